"""The record set compiled into SQLite: all that a look-up needs, ready made."""
