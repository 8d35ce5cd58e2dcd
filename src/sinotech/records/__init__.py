"""The record set: YAML read into the model, with the line of everything kept."""
