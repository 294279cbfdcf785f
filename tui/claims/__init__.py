"""DOCUMENTS → CLAIMS → EVIDENCE: what each report says to each claim of the paper, and why."""
