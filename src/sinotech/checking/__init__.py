"""A draft checked against the records: diagnostics, and what is done with them."""
