"""What differs between two record sets: records added, removed, changed by field."""
