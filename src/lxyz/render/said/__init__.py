"""What is wrong, in sentences by code: of files, records, packs and the command line."""
