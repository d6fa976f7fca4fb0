"""The report for a visit: one page that opens offline, prints, and reads on a telephone."""
