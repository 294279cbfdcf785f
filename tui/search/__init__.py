"""DOCUMENTS → INDEX → HITS: search as you type, typing errors forgiven."""
