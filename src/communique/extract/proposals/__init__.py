"""Proposals: staged plans, their steps in order, and who backs which order."""

from communique.extract.proposals.extractor import ProposalExtractor

__all__ = ["ProposalExtractor"]
