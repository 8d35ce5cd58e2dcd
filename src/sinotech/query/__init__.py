"""Every question that is put to the store, and all its SQL."""
