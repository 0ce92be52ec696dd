"""What the console shows, as values made by plain functions. No Qt here, and nothing is decided."""
