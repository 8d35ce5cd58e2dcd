"""What sentences say: words, numbers, dates; the same for records and for claims."""
