"""What changed between two reports, rendered."""
