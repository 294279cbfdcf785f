from __future__ import annotations

import pytest

from tui.ingest.language import guess


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The president said that the trade with the country was growing.", "en"),
        ("Le président a dit que les échanges avec le pays étaient en hausse.", "fr"),
        ("Der Präsident sagte, dass der Handel mit dem Land nicht gewachsen ist.", "de"),
        ("El presidente dijo que el comercio con los países es más grande.", "es"),
        ("Il presidente ha detto che il commercio con gli altri è una cosa.", "it"),
        ("O presidente disse que o comércio não é como os outros em um ano.", "pt"),
        ("De president zei dat het een goede dag is en niet voor de handel.", "nl"),
        ("Rais alisema kwamba biashara ya nchi hiyo ni kubwa katika kanda hii.", "sw"),
        ("Президент сказал, что торговля с этой страной не была большой.", "ru"),
        ("大統領は貿易について話しました。", "ja"),
        ("总统谈到了贸易和合作。", "zh"),
        ("대통령은 무역에 대해 말했다.", "ko"),
        ("وقال الرئيس إن التجارة مع البلد تنمو", "ar"),
        ("Did a Man Receive a Bill After a Selfie? A man had a bill in a letter.", "en"),
        ("I do. Did a school do as a mayor? As a rule, a school can do as a mayor.", "en"),
        ("Kigali 2024", "en"),
        ("", "en"),
    ],
)
def test_tells_the_language_by_script_and_common_words(text: str, code: str) -> None:
    assert guess(text) == code
