"""TEXT → its language as ISO 639-1, by script and by its commonest words."""

from __future__ import annotations

_COMMON = {
    "en": "the of and to in is that for it was on with as are by this from be at or has have not "
    "a an i do did he she his her their they you we who had been but will would about after when",
    "fr": "le la les de des du et un une est que qui dans pour par sur pas au aux avec ce sont il",
    "de": "der die das und ist nicht ein eine zu den von mit dem des auf für im sich auch es wird",
    "es": "el la los las de y que en un una es por con para del se no al lo su más como este fue",
    "it": "il la che di e un una è per non del della con sono le gli dei nel alla si anche più da",
    "pt": "o a os as de e que em um uma é para com não do da dos das no na por se mais como foi",
    "nl": "de het een en van is dat niet in op te zijn voor met die aan er door ook naar om bij",
    "sv": "och att det som en är på för av med den till inte om ett har de var jag från",
    "da": "og at det er en af til på for med der den ikke som de har et blev var fra",
    "no": "og det er en av til på for med som den ikke har et ble var fra jeg å seg",
    "fi": "ja on ei se että oli hän mutta ovat myös joka kun niin sen mukaan",
    "pl": "i w na z się nie do to że jest o jak po przez od dla był oraz tym",
    "cs": "a se v na je že s z do o to jako za by pro podle ale které byl",
    "ro": "și de la în a cu pe nu este care din un o să pentru ca mai sunt",
    "hu": "a az és hogy nem is egy ez meg volt van csak már de mint",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ancak",
    "id": "yang dan di dengan untuk dari pada ini itu tidak dalam akan adalah oleh",
    "sw": "ya na wa kwa ni katika za la kuwa hii cha hiyo yake lakini alisema",
    "rw": "mu ku na ko kandi ni y’u muri kuri ngo iyi uyu aba ibi byo cyane",
    "ru": "и в не на что с по как он это из за к от для его но был",
    "uk": "і в не на що з та як він це із за до від для його але був",
}
_SPEAKERS: dict[str, list[str]] = {}
for _code, _words in _COMMON.items():
    for _word in _words.split():
        _SPEAKERS.setdefault(_word, []).append(_code)

_SCRIPTS = (
    (0x3040, 0x30FF, "ja"),
    (0xAC00, 0xD7A3, "ko"),
    (0x4E00, 0x9FFF, "zh"),
    (0x0600, 0x06FF, "ar"),
    (0x0590, 0x05FF, "he"),
    (0x0370, 0x03FF, "el"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0E00, 0x0E7F, "th"),
    (0x1200, 0x137F, "am"),
    (0x10A0, 0x10FF, "ka"),
    (0x0530, 0x058F, "hy"),
)
_SAMPLE = 1200
"""Characters that are looked at: some two hundred words."""
_PLAINLY = (" the ", " of ", " and ")
_SPARSE = 150
"""A word of `_PLAINLY` at least every so many characters is plainly English."""
_BEYOND_LATIN, _SIGNS = range(0x370, 0xD7A4), range(0x2000, 0x3040)
"""Letters of other scripts than the Latin, but for the signs among them; a pattern of them would
take longer to build than to read a hundred texts."""


def guess(text: str) -> str:
    """Guess the language from the text's opening; English where unsure."""
    sample = text[:_SAMPLE]
    if sum(map(sample.count, _PLAINLY)) * _SPARSE > len(sample):
        return "en"
    sample = sample.lower()
    if not sample.isascii():
        codes = map(ord, sample)
        foreign = [code for code in codes if code in _BEYOND_LATIN and code not in _SIGNS]
        enough = 0.05 * len(sample)
        for low, high, code in _SCRIPTS if len(foreign) > enough else ():
            share = 0.05 if code == "ja" else 0.5
            if sum(low <= letter <= high for letter in foreign) > share * len(foreign):
                return code
    counts: dict[str, int] = {"en": 0}
    for word in sample.split():
        for code in _SPEAKERS.get(word, ()):
            counts[code] = counts.get(code, 0) + 1
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > 1.2 * counts["en"] + 1 else "en"
