"""What a number means in its sentence: what it counts or measures, how that moved, and when it held."""
