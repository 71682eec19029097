"""The ways of taking a stand: verbs, nouns, predicates, judgements, roles, terms."""
