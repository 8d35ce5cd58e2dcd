"""Questions, declared once each, and the look-ups that answer them."""
