"""Sentences for drafts, on what the small record set holds."""

RIGHT = "Brazil takes part in the work of the laboratories."
WRONG = "In March 2024 Brazil and China ran 30 joint laboratories."
DOUBTFUL = "A summit of BRICS was to be held in Kazan in October 2023."
IDLE = "The weather in Oslo was fine, and nobody asked why it was."
