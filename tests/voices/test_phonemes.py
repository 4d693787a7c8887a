"""German text in the phonemes that Kokoro knows."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from podcaster.speech.lexicon import shipped
from podcaster.voices.corrections import CORRECTIONS, corrected
from podcaster.voices.espeak import phonemes
from podcaster.voices.kokoro_model import missing_packages, vocabulary
from podcaster.voices.phonemes import RULES, cut_phonemes, kokoro_phonemes, plain_phonemes, to_inventory

pytestmark = pytest.mark.skipif(bool(missing_packages()), reason="needs the extra `neural`")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Zeit", "ʦˈaɪt"),
        ("Häuser", "hˈɔɪzɚ"),
        ("Uhr", "ˈuːɐ"),
        ("höre", "hˈøːɾə"),
        ("fünf", "fˈɨnf"),
        ("Müller", "mˈɨlɚ"),
        ("über", "ˈyːbɚ"),
        ("möchte", "mˈɜçtə"),
        ("Markt", "mˈaɹkt"),
        ("tausendvier", "tʰˈaʊzənt fˈiːɐ"),
        ("hunderte Tausendfüßler", "hˈʊndɚtə tʰˈaʊzəntfˌɨslɚ"),
        ("ich", "ɪç"),
        ("Minister", "minˈɪstɚ"),
        ("Kunde", "kʰˈʊndə"),
        ("Interview", "ˈɪntɚvjuː"),
        ("Republik", "ɾepublˈiːk"),
        ("Ja, nein – wer weiß?", "jˈaː, nˈaɪn, vˈeːɐ vˈaɪs?"),
        ("Chance", "ʃˈaŋsə"),
        ("Radio", "ɾˈaːdio"),
        ("Einladung", "ˈaɪnlˌaːdʊŋ"),
        ("Garantie", "ɡaɾantˈiː"),
        ("Rathaus", "ɾˈaːthaʊs"),
        ("Studentin", "ʃtudˈɛntɪn"),
        ("Kandidatinnen", "kʰˌandidˈaːtɪnən"),
        ("Direktorin", "diɾɛktˈoːɾɪn"),
        ("Valentin", "vˈaːləntˌɪn"),
        ("Politiker", "pʰolˈiːtɪkɚ"),
        ("Technikerinnen", "tʰˈɛçnɪkəɾɪnən"),
        ("Zukunft", "ʦˈuːkʊnft"),
        ("zustimmen", "ʦˈuːʃtɪmən"),
        ("zusammen", "ʦuzˈamən"),
        ("Zug", "ʦˈuːk"),
        ("gehört", "ɡəhˈøːɐt"),
        ("Behörden", "bəhˈøːɐdən"),
        ("erklärte", "ɛɹklˈɛːɐtə"),
        ("geplant", "ɡəplˈaːnt"),
        ("wiederholte", "vidɚhˈoːltə"),
        ("größte", "ɡɾˈøːstə"),
        ("möglichst", "mˈøːklɪçst"),
        ("höchster", "hˈøːçstɚ"),
        ("bewertet", "bəvˈeːɐtət"),
        ("Erkrankung", "ɛɹkɾˈaŋkʊŋ"),
        ("religiösen", "ɾelɪɡiˈøːzən"),
        ("zugestimmt", "ʦˈuːɡəʃtˌɪmt"),
        ("ausgegeben", "ˈaʊsɡəɡˌeːbən"),
        ("vorgestern", "fˈoːɐɡˌɛstɚn"),
        ("Sprecherin", "ʃpɾˈɛçəɾɪn"),
        ("Bundestagspräsidentin", "bˈʊndəstˌaːkspɾɛzidˌɛntɪn"),
        ("Berufsschule", "bəɾˈuːfsʃˌuːlə"),
        ("Impfstoff", "ˈɪmpfʃtˌɔf"),
        ("Außenministerium", "ˈaʊsənminɪstˌeːɾiʊm"),
        ("Parteichefin", "pʰaɹtˈaɪʃɛfɪn"),
        ("die ARD", "diː ˌaː ˌɛɹ dˈeː"),
        ("EZB-Chefin", "ˌeː ʦˌɛt bˈeː ʃˈɛfɪn"),
        ("zwei SUVs", "ʦvˈaɪ ˌɛs ˌuː fˈaʊs"),
        ("die NATO", "diː nˈaːtoː"),
        ("DAS IST GUT", "das ɪst ɡˈuːt"),
    ],
)
def test_words(text: str, said: str) -> None:
    """What German does that other languages do not: diphthongs, r after vowels, ç, stress, foreign words."""
    assert kokoro_phonemes(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mike Johnsons Rede", "mˈaɪk ʤˈɔnsəns ɾˈeːdə"),
        ("Le Pens Partei", "lə pʰˈɛns pʰaɹtˈaɪ"),
        ("J. D. Vance, ver.di", "ʤɛɪ diː vˈɛns, vˈɛɹdiː"),
        ("McDonald’s", "mɛkdˈɔnalʦ"),
        ("die AfD-Fraktion", "diː ˌaː ˌɛf dˈeː fɾakʦjˈoːn"),
        ("E-Mail- und Fan-Artikel", "ˈiːmɛɪl ʊnt fˈɛn aɹtˈiːkəl"),
        ("E-Mails", "ˈiːmɛɪls"),
        ("Mails, die Tim Cook liest", "mˈɛɪls, diː tʰˈɪm kʰˈʊk lˈiːst"),
        ("Verdienste", "fɛɹdˈiːnstə"),
        ("-", ""),
    ],
)
def test_words_of_the_list(text: str, said: str) -> None:
    """Words and phrases, whole, with a final -s, and joined with others by hyphens."""
    assert kokoro_phonemes(text) == said


def test_what_the_lexicon_respells_has_sounds() -> None:
    """Each word for which plain engines need help gives sounds that the model knows, and a few by example."""
    said = {word: kokoro_phonemes(word.rstrip("*")) for word in shipped().words}
    assert [word for word, sounds in said.items() if not sounds or set(sounds) - vocabulary().keys()] == []
    assert (said["Microsoft*"], said["MeToo"]) == ("mˈaɪkɾoːsɔft", "miː tʰˈuː")


def test_everything_is_in_the_models_inventory() -> None:
    """No sound of an ordinary text is lost on the way to the model; ç is not taken apart."""
    text = (
        "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. Die Köche mögen Öl, Äpfel und "
        "Übung; das Orchester spielt im Château einen Song: Jeanne sagt “Adieu”, der Manager “Goodbye”!"
    )
    said = kokoro_phonemes(text)
    assert "ç" in said
    assert set(said) <= vocabulary().keys()


def test_what_eSpeak_says_of_languages_is_not_said() -> None:  # noqa: N802
    """eSpeak NG names the language of words that it reads as English; that is no sound."""
    assert "(" not in kokoro_phonemes("In New York verloren Google und Microsoft an Wert.")


def test_decomposed_letters_are_put_together() -> None:
    """IPA with combining marks is composed first: c and a cedilla are ç."""
    assert to_inventory("ɪc\u0327") == "ɪç"


def test_each_rule_has_a_reason() -> None:
    """No row of the table stands there without saying why."""
    assert all(reason for _, _, reason in RULES)


def test_cutting() -> None:
    """Pieces are short enough, lose nothing, and end at marks where there are any."""
    said = kokoro_phonemes(
        "Die Gemeinde will das Haus kaufen, um daraus einen Treffpunkt zu machen; ob das Geld reicht? "
        * 3
        * 3
    )
    pieces = cut_phonemes(said, 100)
    assert " ".join(pieces) == said
    assert max(map(len, pieces)) <= 100
    assert all(piece[-1] in ",;?" for piece in pieces)
    assert "".join(cut_phonemes("a" * 700, 200)) == "a" * 700


def test_plain_phonemes() -> None:
    """Models that were trained on German get eSpeak NG's phonemes as they are, without ties."""
    assert plain_phonemes("Zeit, Häuser.") == "tsˈaɪt, hˈɔøzɜ."


@pytest.mark.parametrize("attempt", range(3))
def test_many_threads_may_begin_at_once(attempt: int) -> None:  # noqa: ARG001
    """eSpeak NG is started once, whoever comes first: started twice, it brings the process down."""
    program = (
        "import threading\n"
        "from podcaster.voices.espeak import phonemes\n"
        "start = threading.Barrier(8)\n"
        "def say():\n"
        "    start.wait()\n"
        "    for _ in range(50): phonemes('Die Gemeinde will das leer stehende Haus kaufen.')\n"
        "threads = [threading.Thread(target=say) for _ in range(8)]\n"
        "[t.start() for t in threads]; [t.join() for t in threads]\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0


@pytest.mark.parametrize(("words", "examples"), [(row[0], row[3]) for row in CORRECTIONS])
def test_each_correction_changes_its_examples(words: str, examples: str) -> None:
    """The examples of a row are words of its class, and said otherwise than eSpeak NG would."""
    for example in examples.split(", "):
        assert re.fullmatch(words, example, re.IGNORECASE)
        assert corrected(example) not in ("", phonemes(example))
