"""Documents that people write, read for their sentences, each with its place.

A document is cut into blocks. A block is a text as a reader reads it and, for each of
its characters, the place in the source that it was read from; so nothing is ever
searched for again. Knows nothing of records or claims.
"""
