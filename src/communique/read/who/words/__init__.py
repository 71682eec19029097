"""Words as naming looks at them: lists, spellings, orders of names, ranks of offices."""
