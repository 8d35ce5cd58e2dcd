"""Answers to text: pages for people, data for scripts. No SQL, no command line."""
