"""Stands in direct speech: what "we" want, judge, must do and stand for."""
