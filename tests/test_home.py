"""Which country a report comes from, and so whose its ministers are where it names no country."""

import pytest

from analysis.actors import load_registry
from analysis.actors.home import home_of
from analysis.actors.scan import Scan
from analysis.pipeline import analyze
from analysis.segment import segment
from analysis.text import article_from_text
from analysis.words import tokenize

LEAD = "أكد رئيس الوزراء أن الحكومة أقرت الموازنة، وأن دعم السودان وليبيا واجب."


def _home(text):
    """The home that an article tells by itself."""
    article = article_from_text(text)
    return home_of(Scan(tokenize(article, segment(article)), load_registry()), None)


def party(text, outlet=None):
    return analyze(article_from_text(text, outlet=outlet)).statements[0].source_party


@pytest.mark.parametrize("dateline, home", (("جدة - واس\n", "saudi_arabia"), ("جدة – واس: ", "saudi_arabia"), ("مسقط (العمانية) - ", "oman"), ("بورتسودان 5-3-2024 (سونا)- ", "sudan")))
def test_a_state_agency_in_the_dateline_says_whose_ministers_are_meant(dateline, home):
    assert party(f"خبر\n\n{dateline}{LEAD}") == home


@pytest.mark.parametrize("dateline, home", (
    ("السومرية نيوز / بغداد\n\n", "iraq"), ("«عكاظ» (الرياض)\n\n", "saudi_arabia"), ("الخرطوم: الراكوبة\n\n", "sudan"), ("صنعاء | 5 مارس | المسيرة نت: ", "houthis"), ("عدن - سبأنت\n", "yemen_government"), ("تونس (وات) - ", "tunisia")))
def test_so_does_a_paper_or_channel_of_one_country_beside_a_place(dateline, home):
    assert party(f"خبر\n\n{dateline}{LEAD}") == home


@pytest.mark.parametrize("dateline, home", (("الجزائر - ", "algeria"), ("الخرطوم: خاص\n\n", "sudan"), ("العالم - إيران\n\n", "iran")))
def test_so_does_the_place_with_which_the_report_begins(dateline, home):
    assert party(f"خبر\n\n{dateline}{LEAD}") == home


@pytest.mark.parametrize("dateline", ("الخرطوم: قالت مصادر من الحكومة إن السوق مغلق، وإن دعم السودان وليبيا واجب. ", "دبي - خاص\n\n", "طرابلس - رويترز\n\n"))
def test_no_home_is_made_of_a_speaking_capital_an_agency_of_the_world_or_its_seat(dateline):
    text = f"خبر\n\n{dateline}وقال السفير سامي حداد إن مصر والسودان بخير."
    assert _home(text) is None


@pytest.mark.parametrize("outlet", ("Youm7", "youm7.com", "www.youm7.com", "اليوم السابع"))
def test_a_domestic_outlet_says_so_too(outlet):
    assert party(f"خبر\n\n{LEAD}", outlet) == "egypt"


@pytest.mark.parametrize("dateline, outlet", (("", None), ("", "BBC Arabic"), ("دبي، الإمارات العربية المتحدة (CNN)-- ", "CNN Arabic")))
def test_nothing_is_made_of_an_international_one(dateline, outlet):
    assert party(f"خبر\n\n{dateline}{LEAD}", outlet) == "unaffiliated"


def test_an_office_of_another_state_stays_with_it():
    statements = analyze(article_from_text("خبر\n\nالقاهرة - أ ش أ\nقال وزير الخارجية الليبي إن السوق مغلق. وقال وزير المالية إن السوق مفتوح.")).statements
    assert [s.source_party for s in statements] == ["libya", "egypt"]


def test_the_ministry_in_marks_is_that_of_the_country():
    assert party("خبر\n\nالكويت - كونا\nدانت (الخارجية) الهجوم على السودان.") == "kuwait"


def test_a_head_of_state_by_his_bare_title_tells_the_home():
    text = "أكد وزير الري كمال نصار أن المياه كافية. وقال إن الرئيس عبد الفتاح السيسي يتابع الملف."
    assert party(text) == "egypt"
    assert party(text.replace("الرئيس عبد", "الرئيس المصري عبد")) == "unaffiliated"
    assert party(text.replace("السيسي", "السيسي والرئيس قيس سعيد")) == "unaffiliated"


def test_a_state_that_the_text_is_about_goes_before_it():
    assert party("انتخب السودان برلمانا. وقالت الحكومة إن الرئيس عبد الفتاح السيسي يتابع الملف.") == "sudan"


@pytest.mark.parametrize("owner, home", (("إدانة سلطنة عمان للهجوم على ليبيا", "oman"), ("بالغ تقدير دولة الكويت للموقف الليبي", "kuwait"), ("رفض واستنكار المملكة المغربية لما حدث في ليبيا", "morocco")))
def test_a_bare_ministry_voices_the_attitude_of_its_own_state(owner, home):
    text = f"هجوم على ليبيا\n\nأعربت وزارة الخارجية عن {owner}. وقال وزير المالية إن السودان بخير."
    assert {s.source_party for s in analyze(article_from_text(text)).statements} == {home}


def test_a_ministry_of_a_named_state_may_speak_of_what_another_feels():
    text = "أعربت وزارة الخارجية التونسية عن رفض ليبيا للقرار، وليبيا جارة. وقال وزير المالية إن السودان بخير."
    assert analyze(article_from_text(text)).statements[0].source_party == "tunisia"
    assert _home(text) is None


def test_the_cities_of_a_text_that_names_no_state_tell_the_home():
    text = "قال وزير الصحة سامي حداد، من ولاية سطيف، إن اللقاح متوفر في وهران."
    assert party(text) == "algeria"
    assert party(text.replace("وهران", "أغادير")) == "unaffiliated"
    assert party(f"{text} وشكر السفير كندا.") == "unaffiliated"


@pytest.mark.parametrize("named, home", (("المملكة العربية السعودية", "saudi_arabia"), ("المملكة الأردنية الهاشمية", "jordan"), ("المملكة المغربية", "morocco"), ("البحرين", "bahrain")))
def test_the_kingdom_alone_is_the_only_one_that_the_text_names(named, home):
    assert party(f"المملكة تدين الهجوم على ليبيا\n\nوقعت {named} وليبيا اتفاقا.") == home


def test_the_kingdom_alone_is_that_from_which_the_report_comes():
    text = "المملكة تدين الهجوم على ليبيا\n\nعمان - بترا\n\nقال مصدر إن السعودية شقيقة."
    assert party(text) == "jordan"
    assert party(text.replace("عمان - بترا", "وصل المغرب")) == "unaffiliated"


def test_an_office_beside_a_name_is_of_the_home_too():
    dateline = "خبر\n\nالقاهرة - أ ش أ\n"
    assert party(f"{dateline}أوضح سامي حداد، وزير التموين، أن السكر متوفر.") == "egypt"
    assert party(f"{dateline}أوضح سامي حداد، وزير شؤون الأوقاف اليمني، أن السكر متوفر.") == "yemen_government"
    assert party(f"{dateline}أوضح سامي حداد، رئيس جمعية البناء، أن السكر متوفر.") == "unaffiliated"


@pytest.mark.parametrize("body", ("محكمة الجنايات", "محكمة النقض", "مجلس الأمة", "قيادة الطيران الحربي"))
def test_bodies_that_every_state_has_are_of_the_home(body):
    assert party(f"خبر\n\nالجزائر - واج\nأكد المتحدث باسم {body} أن القرار نهائي.") == "algeria"


def test_a_capital_named_once_is_not_what_a_text_is_about():
    text = "رسالة نارية إلى أنقرة\n\nأكد مجلس النواب أن السكر قليل."
    assert party(text) == "unaffiliated"
    assert party(text.replace("أكد", "اختارت تركيا مدينة للمهرجان. وأكد")) == "turkey"


def test_a_ministry_affirms_what_its_own_state_feels():
    assert party("هجوم على ليبيا\n\nأكدت وزارة الخارجية دعم مملكة البحرين للخطة الليبية.") == "bahrain"
