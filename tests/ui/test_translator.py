"""Qt's own words come from our catalogue, and keys keep their names."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from ui.translator import QT_WORDS, Translator, install


def test_a_word_we_do_not_have_is_left_to_qt() -> None:
    assert Translator().translate("QShortcut", "Ctrl") is None
    assert not Translator().isEmpty()


def test_a_word_in_english_stays_as_it_is() -> None:
    for word in QT_WORDS:
        assert word == QCoreApplication.translate("QLineEdit", word)


def test_it_is_installed_once(qapp: QApplication) -> None:
    install(qapp)
    install(qapp)
    assert 1 == len(QObject.findChildren(qapp, Translator))
