"""A short block's words → why it is a page's furniture, a caption or a keyword line, if it is."""

from __future__ import annotations

import re

_FURNITURE = re.compile(
    r"""
    (?:staff|guest|contributing|senior|special|our)\ (?:writer|reporter|correspondent|editor)s?
    |(?:by|written\ by|posted\ by|author|reported\ by)[:\ ]\ ?(?:[^.!?:;]|(?<=\b[a-z])\.){2,60}
    |(?:additional\ )?(?:reporting|writing|editing|compiled|translated|edited)\ by\ .{2,160}
    |our\ standards:.{0,80}
    |(?:estimated\ )?(?:read(?:ing)?\ time:?\ )?\d+\ ?(?:-\ ?)?min(?:ute)?s?\ read(?:ing)?
    |read(?:ing)?\ time:?\ .{1,20}
    |(?:tagged|tags|topics|filed\ under|categor(?:y|ies)|posted\ in|labels)\b:?.{0,120}
    |(?:share|tweet|print|email|e-mail|pin|save|like|comment|reply|follow|subscribe|advertise(?:ment)?
      |sponsored|promoted|menu|search|home|login|log\ in|sign\ in|sign\ up|register|close|loading
      |newsletter|comments?|trending|related|previous|next|copy\ link|whatsapp|facebook|twitter
      |linkedin|telegram|reddit|pinterest|youtube|instagram|rss)(?:[\ .…:|,/&»›+-]+(?:this|on|to|us
      |more|now|via|with|in|up|by|the|and|or|page|post|story|article|share|tweet|print|email|pin|save
      |whatsapp|facebook|twitter|linkedin|telegram|reddit|pinterest|youtube|instagram|rss|here|x|\d+))*
    |share\ (?:this|on|via|with|the)\b.{0,60}
    |(?:leave|post|write|add|submit|view|show|hide|see|load)\ (?:a\ |all\ |your\ |more\ |\d+\ )*
      (?:comment|reply|repl|response)\w*.{0,40}
    |(?:be\ the\ first\ to\ comment|comments\ are\ closed|join\ the\ (?:conversation|discussion))
      .{0,60}
    |\d+\ (?:comments?|shares?|likes?|views?|replies)\b.{0,20}
    |(?:your\ )?e-?mail\ address\ will\ not\ be\ published.*
    |required\ fields\ are\ marked.*|save\ my\ name,?\ e-?mail.*
    |(?:sign\ up|subscribe|register)\ (?:to|for|now|here|today)\b.{0,120}
    |(?:follow|like|find|contact|join|support)\ us\b.{0,80}
    |(?:click|tap)\ (?:here|to)\b.{0,100}|download\ (?:our|the)\ app.{0,60}
    |(?:read|see|view|show|load|watch|learn|find\ out)\ (?:more|also|next|all)\b.{0,120}
    |(?:related|recommended|popular|latest|most\ (?:read|popular|viewed|shared)|more|top|featured
      |trending|recent|similar)\ (?:articles?|stories|posts?|news|topics?|content|videos?|reading
      |from\b.{0,40}|on\ this|coverage|headlines|tags?)\b.{0,40}
    |most\ (?:read|popular|viewed|shared|commented).{0,20}
    |you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested).{0,40}|don['’]t\ miss.{0,40}
    |(?:©|\(c\)|copyright)\ .{0,160}|.{0,100}\ball\ rights\ reserved\b.{0,60}
    |(?:terms(?:\ of\ (?:use|service))?|privacy(?:\ policy)?|cookies?(?:\ policy)?|contact(?:\ us)?
      |about(?:\ us)?|site\ ?map|advertise|careers|help|faq)
      (?:[\ |·•/,-]+(?:and|&|terms|privacy|cookies?|policy|conditions|contact|about|us|use|of
      |service|advertise|careers|help))*
    |(?:this|our|the)\ (?:site|website)\ uses\ cookies.*
    |we\ use\ cookies.*|accept\ (?:all\ )?cookies
    |(?:(?:first\ )?published|posted|updated|last\ (?:updated|modified)|created|modified)
      (?:\ (?:on|at))?:?\ (?=[^.!?]*\d)[^.!?]{0,60}
    |(?:skip|jump|back|scroll|return)\ to\ (?:main\ )?(?:content|navigation|(?:the\ )?top|home)
      .{0,20}
    |(?:next|previous)\ (?:article|post|story|page)\b.{0,100}
    |(?:advertisement|sponsored\ content|story\ continues\ below.{0,40}|continue\ reading.{0,60})
    |(?:view|open)\ (?:in\ )?(?:gallery|full\ ?screen|image|larger).{0,30}
    |(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\ \w+\ \d{1,2}(?:,?\ \d{4})?.{0,25}
    |(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\ \d{1,2},?\ \d{4}.{0,30}
    |\d{1,2}\ (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\ \d{4}.{0,30}
    |\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?:\W+\d{1,2}:\d\d.{0,12})?
    |page\ \d+(?:\ of\ \d+)?|https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|\W+
    """,
    re.VERBOSE,
)
"""Of small letters: twice as fast as one for which they are all the same."""

_CAPTION = re.compile(
    r"""
    (?:fig(?:ure|\.)|table|exhibit|box|chart|plate|map|photo|image|scheme|video)
      \ ?s?\d+[a-z]?\ ?[.:|–—-]
    |(?:photo(?:graph)?|image|picture|illustration|credit|pic|file\ photo|source|caption)s?
      (?:\ (?:by|credit|courtesy|source))?\ ?[:/|©]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT = re.compile(
    r"""
    \((?:photo|image|picture|file\ photo|credit|courtesy|source|ap|afp|getty|reuters)\b[^()]*\)\.?$
    |\b(?:photo|image|picture)s?(?:\ (?:credit|courtesy|by))?\ ?[:/]\ ?[^.:]{2,60}$
    |\b(?:getty\ images|ap\ photo|afp\ photo|file\ photo|shutterstock|unsplash)\b[^.]{0,40}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CREDITED = (
    *("photo", "image", "picture", "credit", "courtesy", "source", "getty", "(ap", "(afp"),
    *("(reuters", "shutterstock", "unsplash"),
)
"""One of these is in every credit; to look for them first costs less."""
_KEYWORDS = re.compile(
    r"(?:key ?-?words?|index terms|jel(?: codes?)?)\b[^.]{0,40}[:—–-]", re.IGNORECASE
)
_NAME = r"[A-Z][\w’'-]*\.?(?: (?:de|van|von|der|da|bin|al|el|[A-Z][\w’'-]*\.?)){1,3}[ \d*†‡,]*"
_NAMES = re.compile(rf"{_NAME}(?:(?:[,;]| and| &) ?{_NAME})+")
_PARTS = re.compile(r"\s*[,;·•|]\s+")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|does|do"
    r"|did|says?|said|remains?|means?|makes?|made|shows?|goes|went|comes?|came|needs?|takes?)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"((?:An?|The|[A-Z][\w’-]+)(?: [\w’'-]+){1,8}): ([^.!?:]{30,240})\.$")


def furniture(words: str) -> bool:
    """Tell whether the words are a page's furniture and nothing else."""
    return _FURNITURE.fullmatch(words.lower()) is not None


def caption(words: str) -> bool:
    """Tell whether the words say themselves that they stand below a figure or a photograph."""
    if _CAPTION.match(words):
        return True
    if words[-1] in ".!?" and not words.endswith(")."):
        return False
    end = words[-90:]
    folded = end.lower()
    return any(mark in folded for mark in _CREDITED) and _CREDIT.search(end) is not None


def keywords(words: str) -> str:
    """Say why the words are a paper's keyword line: `named`, `listed`, or nothing."""
    if _KEYWORDS.match(words):
        return "named"
    if words[-1] in ".!?:":
        return ""
    parts = _PARTS.split(words)
    listed = len(parts) >= 3 and all(0 < len(part.split()) <= 6 for part in parts)
    return "listed" if listed and not _VERB.search(words) else ""


def names(words: str) -> bool:
    """Tell whether the words list two people's names or more, and nothing else."""
    return len(words) < 300 and _NAMES.fullmatch(words) is not None


def depicts(words: str) -> bool:
    """Tell whether the words have a picture's way of speaking: a thing named, then explained.

    One sentence, `A thing of some kind: what it shows.`, its lead without a verb.
    """
    match = _LEAD.fullmatch(words)
    return match is not None and not _VERB.search(match[1])
