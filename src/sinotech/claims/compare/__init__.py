"""A claim set against a record, aspect by aspect: one file an aspect.

Each comparator returns an :class:`~sinotech.claims.compare.outcome.Outcome`, with a
reason in words.
"""
