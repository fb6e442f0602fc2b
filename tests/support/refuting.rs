//! Words that assert that a denial is right, in every language. The panel never says so, and never uses them.

/// The words of a language, or their beginnings, in lower case.
pub fn asserting(lang: &str) -> &'static str {
    match lang {
        "en" => "refut disprov debunk rebut",
        "ar" => "دحض يدحض فنّد فند يفند تفنيد",
        "bn" => "খণ্ডন নাকচ মিথ্যা",
        "cs" => "vyvrac vyvrát",
        "da" => "modbevis gendriv tilbagevis",
        "de" => "widerleg entkräft",
        "el" => "διαψε διάψε ανασκευ αντικρο κατέρρ",
        "es" => "refut rebat desmont",
        "fa" => "ابطال باطل نقض دروغ",
        "fi" => "kumoa kumos kumot",
        "fr" => "réfut infirm",
        "he" => "הפרכ הפריכ מפריכ מפריך הפריך להפריך סתר",
        "hi" => "खंडन खण्डन झुठला",
        "hu" => "cáfol",
        "id" => "sanggah patahkan mentahkan gugurkan",
        "it" => "confut smont",
        "ja" => "論破 反証 覆し",
        "ko" => "반박 논박 반증 일축",
        "nb" => "avkreft motbevis gjendriv tilbakevis",
        "nl" => "weerleg ontkracht",
        "pl" => "obala obali zbija",
        "pt" => "refut desmont",
        "ro" => "infirm dezmin demont combat",
        "ru" => "опроверг опроверж",
        "sv" => "vederl motbevis dementera",
        "tr" => "çürüt yalanla",
        "uk" => "спростов спросту",
        "ur" => "تردید ابطال جھٹلا",
        "vi" => "bác vạch",
        "zh-Hans" => "驳斥 反驳 驳倒 辟谣 证伪",
        "zh-Hant" => "駁斥 反駁 駁倒 闢謠 證偽",
        _ => "",
    }
}
