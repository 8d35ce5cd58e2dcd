"""What answers hold, field by field: names, types, meanings."""
