"""A paragraph's words → the signs that a section opens, goes on or ends there."""

from __future__ import annotations

import re

_OPENINGS = {
    "speaks of its section": r"(?:in )?(?:this|the (?:present|following|next)) "
    r"(?:sub-?)?(?:section|chapter|part|appendix)\b|(?:here,? )?we (?:now|first|next|begin"
    r"|start)\b",
    "speaks of the study": r"(?:in )?(?:this|the (?:present|current)|our) "
    r"(?:paper|study|article|research|work|analysis|review|thesis|survey)\b",
    "tells a method": r".{0,80}\b(?:draws? on|employs?|adopt(?:s|ed)|follow(?:s|ed) an?|"
    r"use[sd]? an?|is based on|relies on|applie[sd]|design(?:ed)?)\b",
    "tells of data": r".{0,60}\b(?:data|samples?|participants?|patients?|subjects?|animals|mice|"
    r"cells?|specimens|interviews|questionnaires?|respondents|experiments?|simulations?|sites?|"
    r"strains?|plants?)\b.{0,40}\b(?:was|were)\b",
    "tells what was done": r".{0,120}\b(?:was|were) (?:\w+ly )?\w+(?:ed|en|own|ught|ade|ept)\b",
    "speaks of results": r".{0,120}\b(?:results?|findings?)\b",
    "points to a figure": r".{0,160}\b(?:tables?|figs?\.?|figures?) ?S?\d",
    "tells what was found": r".{0,80}\b(?:we|study|results|findings|data) .{0,30}\b(?:have "
    r"(?:shown|demonstrated|presented|described|identified|found|developed)|show(?:ed|n)?|"
    r"demonstrated?|found|suggest|indicate|investigated|examined)\b",
    "concludes": r"(?:in (?:conclusion|summary|closing|short|sum)|to (?:conclude|summari[sz]e|"
    r"sum up)|overall|taken together|concluding|conclusions?|summary)\b|.{0,100}\bconclu(?:de"
    r"|sion)",
    "speaks of limits": r".{0,80}\b(?:limitations?|shortcomings|strengths? and|caveats?)\b",
    "looks ahead": r".{0,100}\b(?:future (?:work|research|studies|directions)|further (?:research|"
    r"studies|work))\b",
    "speaks of earlier work": r".{0,30}\b(?:several|many|most|previous|prior|recent|earlier|"
    r"traditional|existing|numerous|extant|past) .{0,50}\b(?:stud|research|literature|work|theor|"
    r"scholar|approach|method|author)",
    "defines": r".{0,60}\b(?:concept|notion|idea|term|theory|framework|definition)s? (?:of|is|that)"
    r"\b|.{0,50}\b(?:refers? to|is defined as|can be defined|denote|let )\b",
    "recommends": r".{0,100}\b(?:recommend|policy implications|should)\b",
    "proposes": r".{0,60}\b(?:propos(?:e[sd]?|al)|specif(?:y|ies|ication)|rationale|motivat\w+|"
    r"backwards? compatib\w+|implementation)\b",
    "thanks": r"(?:we|the authors?|i)\b.{0,30}\b(?:thank|acknowledge|grateful|declare)|.{0,60}\b(?:"
    r"(?:supported|funded) by|conflicts? of interest|competing interests?|public domain)\b",
    "goes on": r"(?:however|moreover|furthermore|in addition|additionally|similarly|likewise|thus|"
    r"therefore|hence|consequently|for (?:example|instance)|in contrast|conversely|on the (?:other "
    r"hand|contrary)|nevertheless|nonetheless|indeed|also|but|and|or|then|so|yet|as a result|"
    r"accordingly|in particular|specifically|importantly|interestingly|notably|besides|instead|"
    r"alternatively|note|again|still|meanwhile|where|with|despite|although|while)\b",
    "counts on": r"(?:second(?:ly)?|third(?:ly)?|fourth(?:ly)?|finally|next|another|last(?:ly)?|"
    r"the (?:second|third|last|other))\b",
    "refers back": r"(?:this|these|those|that|it|they|such|he|she|its|their|both"
    r"|each)\b(?! (?:paper|"
    r"study|article|(?:sub-?)?section|chapter|research|work|pep|document|review))",
    "counts from one": r"(?:first(?:ly)?|to begin|the first|initially|there are (?:two|three|four|"
    r"several|many))\b",
    "sets out to": r"(?:(?:in order )?to (?:determine|test|examine|investigate|assess|evaluate|"
    r"explore|address|identify|understand|study|further)|we (?:next|then|first|also)? ?(?:sought|"
    r"asked|tested|examined|investigated|wanted|aimed))\b",
    "opens with an article": r"(?:the|an?)\b",
    "opens with we": r"(?:we|our|i|my)\b",
    "opens in the middle": r"[^A-Z“\"\W]|[^\w“\"‘']",
    "is an item": r"(?:[-*•+]|\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)])\s",
    "opens with time": r"(?:in|since|over|during|following|between|on) (?:the |recent |early "
    r"|late )*"
    r"(?:\d{4}|last|past|recent|years|decades?|century)",
}
OPENINGS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _OPENINGS.items()}
"""What a paragraph's first words may say; the key is the reason shown."""
OPENINGS["opens in the middle"] = re.compile(_OPENINGS["opens in the middle"])

_ENDINGS = {
    "after the plan of the paper": r"(?:sections?|chapter) (?:\d+|[ivx]+\b|two|three"
    r"|four).*(?:sections"
    r"?|chapter) (?:\d+|[ivx]+\b|three|four|five)|\b(?:organi[sz]ed|structured) as follows|"
    r"remainder of (?:this|the) (?:paper|article)|rest of (?:this|the) (?:paper|article)",
    "after the aim": r"\b(?:aims?|objectives?|goals?|purpose) (?:of|was|is|are|were)\b"
    r"|in (?:this|the "
    r"present|our) (?:paper|study|article|work|report|review),? |(?:this|the present|our) (?:paper|"
    r"study|article) (?:aims|examines|investigates|explores|presents|provides|reports|describes)|"
    r"\bhere,? we\b|\bwe (?:hypothesi[sz]e|report here|aim)",
    "after a question": r"\?[\"”’)]*$",
    "after a conclusion": r"^(?:in (?:conclusion|summary|sum|short)|thus|taken together|overall|"
    r"finally|therefore|together|hence|in all)\b",
    "after an announcement": r":[\"”’)]*$",
    "after an open end": r"[^.!?:\"”’)\]]$",
}
ENDINGS = {
    name: re.compile(pattern, re.IGNORECASE | re.DOTALL) for name, pattern in _ENDINGS.items()
}
"""What the paragraph above may say; the key is the reason shown."""

_REGISTERS = {
    "citations": r"\(?\b(?:19|20)\d\d[a-z]?\)|\bet al\b|\[\d+[\],–-]|\[\w+\d*\]",
    "figures": r"\b(?:figs?\.?|figures?|tables?) ?S?\d",
    "deeds": r"\b(?:was|were) (?:\w+ly )?\w+(?:ed|en|own|ught|ade|ept)\b",
    "numbers": r"\b\d+(?:\.\d+)?\b",
    "we": r"\b(?:we|our|us)\b",
    "units": r"\d ?(?:mg|ml|µl|μl|mm|cm|km|nm|µm|μm|kg|°c|hz|min|h|s|mol|m)\b|°|\bv/v\b|\binc\."
    r"|\bltd\b",
    "tests": r"\bp ?[<=>] ?0?\.|\b(?:anova|t-test|confidence|significan\w+|regression|variance)\b",
    "hedges": r"\b(?:may|might|could|suggests?|possibl[ey]|likely|perhaps|appears?|seems?)\b",
    "oughts": r"\b(?:should|must|shall|recommend\w*|ought)\b",
    "code": r"``|::|\w\(\)|[=<>{}\\]|\b[a-z]+_[a-z]+",
    "literature": r"\b(?:studies|literature|scholars|authors|research|previous\w*|theor(?:y|ies"
    r"|etical))\b",
    "present": r"\b(?:is|are|has|have)\b",
}
REGISTERS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _REGISTERS.items()}
"""What a stretch of text speaks with; its rate changes where sections change."""
