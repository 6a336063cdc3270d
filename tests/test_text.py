"""Text: the folded form of a word, headlines, articles read from files, and what is said of files that cannot be read."""

import pytest

from analysis.errors import InputError
from analysis.text import article_from_text, check_arabic, decode, fold, headline, read_article, read_metadata

NEWS = "اتفاق على الهدنة\n\nقال الوزير إن العمل بدأ.\n"


# folding

@pytest.mark.parametrize("word, key", [
    ("أُعْلِنَ", "اعلن"),
    ("إنّ", "ان"),
    ("آخر", "اخر"),
    ("ٱلسلام", "السلام"),
    ("على", "علي"),
    ("رحـــــيل", "رحيل"),
    ("«ـ", "«"),
    ("القا\u200cئد", "القائد"),
    ("\u200fروسيا\u202c", "روسيا"),
    ("هٰذا", "هذا"),
    ("رئیس", "رئيس"),
    ("کتاب", "كتاب"),
    ("\ufefb", "لا"),
    ("\ufee3\ufeb4\ufe86\ufeee\ufedd", "مسؤول"),
    ("BBC", "BBC"),
    ("٣٫٥", "٣٫٥"),
    ("😀", "😀"),
    ("", ""),
])
def test_words_of_one_meaning_have_one_form(word, key):
    assert fold(word) == key


@pytest.mark.parametrize("one, other", [("كلمة", "كلمه"), ("سؤال", "سوال"), ("شاطئ", "شاطي"), ("رأى", "راء")])
def test_letters_that_tell_words_apart_are_kept(one, other):
    assert fold(one) != fold(other)


# headlines

@pytest.mark.parametrize("text, title", [
    ("عنوان الخبر\n\nقال الوزير.", "عنوان الخبر"),
    ("عنوان الخبر\r\n\r\nقال الوزير.", "عنوان الخبر"),
    ("عنوان الخبر\r\rقال الوزير.", "عنوان الخبر"),
    ("\n \n  عنوان الخبر \t\n \u00a0\nقال الوزير.", "عنوان الخبر"),
    ("\ufeffعنوان الخبر\n\nقال الوزير.", "عنوان الخبر"),
    ("عنوان الخبر\nقال الوزير.\n\nوأضاف.", None),
    ("قال الوزير إن العمل بدأ.", None),
    ("عنوان الخبر\n", None),
    ("", None),
])
def test_a_first_line_before_an_empty_line_is_the_headline(text, title):
    assert headline(text) == title


def test_a_given_title_wins_and_the_text_stays_as_it_is():
    text = "\ufeffعنوان الخبر\r\n\r\nقـــالَ\u200f الوزيرُ 😀.\u2028"
    article = article_from_text(text, "n1", title="عنوان آخر", date="2031-05-09")
    assert (article.text, article.title, article.date, article.article_id) == (text, "عنوان آخر", "2031-05-09", "n1")
    assert article.sha256 != article_from_text(text.replace("\r\n", "\n")).sha256


# files

def test_line_ends_and_byte_order_mark_stay(tmp_path):
    path = tmp_path / "خبر.txt"
    path.write_bytes(b"\xef\xbb\xbf" + NEWS.replace("\n", "\r\n").encode())
    article = read_article(path)
    assert (article.text, article.article_id, article.title) == ("\ufeff" + NEWS.replace("\n", "\r\n"), "خبر", "اتفاق على الهدنة")


def test_a_folder_is_read_with_its_metadata(tmp_path):
    folder = tmp_path / "hudna"
    folder.mkdir()
    (folder / "article.txt").write_text(NEWS, encoding="utf-8")
    (folder / "article.yml").write_text("outlet: الضحى\ndate: 2031-05-09\nurl:\n", encoding="utf-8")
    article = read_article(folder)
    assert (article.article_id, article.title, article.outlet, article.date, article.url) == ("hudna", "اتفاق على الهدنة", "الضحى", "2031-05-09", None)
    assert read_article(folder / "article.txt", outlet="المساء").outlet == "المساء"
    assert read_metadata(folder / "nothing.yml") == {}


@pytest.mark.parametrize("content, said", [
    ("- outlet", "article.yml: must hold 'key: value' lines ('list')"),
    ("outlet: [", "article.yml: is not valid YAML"),
    ("outlet: الضحى".encode("cp1256"), "article.yml: is not valid YAML"),
])
def test_bad_metadata_name_the_file(tmp_path, content, said):
    (tmp_path / "article.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "article.yml").write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError) as caught:
        read_article(tmp_path)
    assert said in str(caught.value) and "; " in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_every_encoding_gives_the_same_words(encoding):
    assert decode(NEWS.encode(encoding))[0].lstrip("\ufeff") == NEWS


@pytest.mark.parametrize("data, said", [
    (b"", "الخبر: is empty; give a file with the article's text"),
    (b" \r\n ", "الخبر: is empty"),
    ("قال".encode("utf-16")[:-1], "الخبر, byte 6: is broken UTF-16"),
    (NEWS.encode() + b"\xff" + NEWS.encode(), "الخبر, byte 76: is broken UTF-8 (b'\\xff\\xd8\\xa7\\xd8')"),
    (NEWS.strip(" .\n").encode()[:-1], "الخبر, byte 72: is broken UTF-8"),
    (b"\xef\xbb\xbf" + NEWS.encode() + b"\xc7" + NEWS.encode(), "الخبر, byte 79: is broken UTF-8"),
    (NEWS.encode() + "قال".encode("cp1256"), "الخبر, byte 76: is broken UTF-8"),
    (bytes(range(128, 256)) * 9, "الخبر: is in no encoding that is read here"),
])
def test_bytes_that_are_no_text(data, said):
    with pytest.raises(InputError) as caught:
        decode(data, where="الخبر")
    assert str(caught.value).startswith(said)


def test_what_is_not_arabic_is_refused():
    with pytest.raises(InputError, match=r"^n1: is not Arabic \('The minister spoke\.'\); give an article in Arabic$"):
        check_arabic("The minister spoke.", where="n1")
    with pytest.raises(InputError):
        check_arabic("The minister spoke at length about peace and said: نعم.")
    check_arabic("قال الوزير لقناة BBC إن العمل بدأ.")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match="nothing.txt: no such file; check the path"):
        read_article(tmp_path / "nothing.txt")
    with pytest.raises(InputError, match="article.txt: no such file"):
        read_article(tmp_path)
