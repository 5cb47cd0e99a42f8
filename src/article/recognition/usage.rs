//! How English newspapers use names: the words that tell a place from a person or a firm.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words, as they are written.
pub struct WordList(LazyLock<HashSet<&'static str>>);

impl WordList {
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

macro_rules! word_lists {
    ($($(#[$doc:meta])* $name:ident = $words:literal;)*) => {
        $($(#[$doc])* pub static $name: WordList =
            WordList(LazyLock::new(|| $words.split_whitespace().collect()));)*
    };
}

word_lists! {
    /// Before a person's name.
    TITLES = "\
        Mr Mrs Ms Miss Dr Prof Professor President Sen Senator Gov Governor Rep Representative Mayor Judge Justice \
        Sgt Sergeant Capt Captain Lt Lieutenant Col Colonel Gen General Officer Detective Sheriff Chief Minister \
        Secretary Rev Reverend Father Pastor Bishop Archbishop Sir Lady Lord Dame King Queen Prince Princess Coach \
        Chairman Chairwoman Director Ambassador Chancellor Congressman Congresswoman Councilman Councilwoman \
        Councillor Councilor Deputy Trooper Cpl Corporal Pvt Private Cardinal Pope Sister Brother Uncle Aunt \
        Commissioner Superintendent Principal Attorney Inspector Constable Maj Major Cmdr Commander Admiral \
        Spokesman spokesman spokeswoman spokesperson actor actress singer author defender striker midfielder \
        goalkeeper captain coach president senator quarterback pitcher Sheikh Sultan Ayatollah Imam Rabbi";

    /// Behind the name of a place that has given its name to a street or a building: not the place itself.
    STREETS = "\
        Street St Road Rd Avenue Ave Boulevard Blvd Drive Dr Lane Ln Highway Hwy Way Court Ct Stakes Cup Derby \
        Trophy Prize Award Awards Act Building Tower Towers Hotel Inn Mall Plaza Bridge Square Parkway Pkwy Trail \
        Loop Circle Terrace Place Pike Turnpike House Club Vista Oaks Apartments Quarter Nebula virus ebolavirus fever disease haemorrhagic hemorrhagic";

    /// Behind the name of a place that a firm, a paper, a school is called after: it has to do with the place.
    FIRMS = "\
        Press Inc Corp Ltd LLC Co Company Group Bank Airlines Airways Motors Foundation Records Entertainment Sun \
        Star Technology University College Institute Academy United FC Industry Polytechnic Association Society \
        Holdings";

    /// Behind or before the name of a division.
    DIVISION_WORDS = "\
        County Parish Province province Oblast oblast District district Prefecture prefecture Region region State \
        state Borough borough Township Municipality municipality Governorate governorate Peninsula peninsula";

    /// Behind the name of a place, and part of a longer name of a place.
    PLACE_WORDS = "\
        City Township Village Town Borough Island Islands Beach Heights Springs Falls Park Creek Lake River Valley \
        Bay Mountain Mountains Hills Hill Airport University College School Hospital Church Cathedral Peninsula \
        Coast Strait Sea Ocean Desert Forest Canyon High Community International Medical Middle Elementary";

    /// Behind the name of a place: those who live there, and what a town has.
    TOWN_NOUNS = "\
        man woman couple family teen teenager boy girl native resident residents mayor council officials authorities \
        police firefighters voters neighborhood neighbourhood suburb suburbs area areas metro downtown homes streets \
        Police Fire City Town Public Schools Elementary Council Municipal Mayor Regional Independent Community Area \
        Metropolitan airport based born native's outskirts courthouse townspeople villagers capital constituency parliamentary";

    /// Before "of" and the name of a place.
    OF_NOUNS = "\
        city town village suburb capital district province region state county port island outskirts north south \
        east west northeast northwest southeast southwest area hamlet township municipality neighborhood \
        neighbourhood people streets City Town Village County miles kilometers kilometres km part parts edge coast \
        mayor Mayor Bishop Archbishop cities towns villages suburbs counties islands ports";

    /// Behind "City": what every city has.
    CITY_OFFICES = "\
        Council Hall Manager Attorney Police Commission Commissioner Commissioners Schools School Clerk Office Area \
        Planning Fire Public Administrator Engineer Board Department Solicitor Auditor Recorder";

    /// Before a place, among other things.
    PLACE_PREPOSITIONS = "\
        at from to through toward towards between within into via off";

    /// Before a place, and part of no name.
    DIRECTIONS = "\
        north south east west northern southern eastern western northeast northwest southeast southwest northeastern \
        northwestern southeastern southwestern central downtown upstate suburban rural mainland inner greater \
        metropolitan metro nearby neighboring neighbouring outer upper lower far mid old";

    /// Before the name of a state.
    STATE_PARTS = "\
        upstate northern southern eastern western central northeastern northwestern southeastern southwestern \
        northeast northwest southeast southwest north south east west rural Upstate Northern Southern Eastern \
        Western Central";

    /// Behind the name of a place, and with it a part of nature or a township, which lies elsewhere as often as not.
    OF_NATURE = "\
        National Wilderness Wildlife Township Lakeshore Seashore Monument";

    /// Before the name of a place, and with it something else that is called after it.
    NATURE_OF = "\
        Lake Mount Mt Fort Camp Cape Port River";

    /// Before a language.
    SPOKEN = "\
        in into speak speaks spoke speaking spoken learn learning teach teaching write written translated";

    /// What people do and places do not.
    SPEECH = "\
        said says told added explained asked replied testified recalled noted stated thinks believes wrote tweeted \
        scored joked laughed smiled insisted argued admitted";

    /// Small words that begin sentences in capitals, and are part of no name.
    SMALL_WORDS = "\
        in at the from near but and for with when while as if after before since on by to that this of new outside \
        around across through between within via off both like unlike into over under all some most only even then \
        also though although because where what how why is was are were will did does a an no yes so or nor not now \
        today yesterday meanwhile however according toward";

    /// Between the words of a name.
    CONNECTING = "\
        of the au aux de la del des du le les el los las da do dos di sur on upon am an der den y e al bin in under \
        and";

    /// Months and days of the week, which stand behind places without a comma.
    DATES = "\
        January February March April May June July August September October November December Sunday Monday Tuesday \
        Wednesday Thursday Friday Saturday Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec";

    /// Written in capitals without being names of places, though somewhere a town is called so.
    SELDOM_PLACES = "\
        Christmas Easter Ramadan Hanukkah Halloween Thanksgiving God Lord Bible \
        Koran Islam Christ Jesus Santa Police Congress Senate House Parliament Duma Knesset Democrat Republican \
        Liberal Labour Conservative Reform Progress Union Republic Federal National Royal Imperial Universal \
        Standard Enterprise Independence Liberty Victory Justice Hope Opportunity Commerce Industry Media Mobile \
        Normal Eagle Best Much Same Most Page Price Male Internet Facebook Google Twitter Apple Amazon Microsoft \
        Sony Nokia Ford Toyota Honda Mazda Nissan Suzuki Subaru Isuzu Hyundai Kia Volvo Audi Fiat Jeep Dodge \
        Buick Cadillac Chrysler Pontiac Lexus Skoda Seat Church Center Centre Central University College School Hospital Court Hall Street \
        Park Lake Island Beach Bay River Valley Airport Marina Sport Northern Southern Eastern Western Muslim \
        Islamic Christian Jewish Roman Catholic Earth Moon Mars Mercury Venus Jupiter Man Young Battle Of Bush Obama \
        Clinton Trump Putin Biden Reagan Nixon Kennedy Johnson Jackson Republicans Democrats Sens Along Friendship";

    /// Before a place, and little else.
    STRONG_PREPOSITIONS = "\
        in near outside around across throughout inside";

    /// Behind the name of a place that a paper or a broadcaster is called after: its words, not a place.
    NEWSPAPERS = "\
        Times Post Herald Tribune Gazette Journal Daily Chronicle Observer Telegraph Guardian News Magazine Dispatch \
        Sentinel Courier Argus Echo Examiner Enquirer Inquirer Advertiser Courant Ledger Telegram Statesman \
        Bulletin Mail Evening";
}

/// Names of several words that are of no place, or of none in particular.
pub const PHRASES: &str = "|notre dame|el nino|la nina|santa claus|native american|native americans|st patrick|st john|st michael|st james|st mary|st peter|high street|main street|the city|the state|the village|the county|african american|african americans|the bay|the lake|white house|wall street|capitol hill|downing street|";
