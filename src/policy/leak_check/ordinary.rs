//! Which words say nothing of anybody by themselves.
//!
//! A word is **distinctive** when it has six letters or more and is not in these lists: such a word is guarded
//! alone, and with one letter wrong. "Park", "School" and "Mary" are not: they are guarded only together with
//! what makes them a place ("Park School", "St Mary’s", "14 Park Lane").

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A shorter word is met by chance too easily, and with one letter wrong it would be another word.
const SHORTEST_DISTINCTIVE: usize = 6;

/// Words between other words.
const SMALL: &str = "\
    a about above after again against all also although am an and any anybody anyone are around as at \
    away be because been before being below between both but by came can cannot come could did do does \
    doing done down each either else even ever every everybody everyone few for from gave get gets give \
    go goes going gone got had has have he her here hers herself him himself his how i if in into is it \
    its itself just kept knew know later less let like made make many me might mine more most much must \
    my myself near need never no nobody none nor not nothing now of off often on once one only onto or \
    other others our ours out over own put quite rather said same saw say says see seen shall she should \
    since so some somebody someone something soon still such take than that the their them then there \
    these they thing things think this those though through to today together told tomorrow too took \
    under until up upon us very was we well went were what when where which while who whom whose why \
    will with within without would yes yesterday yet you your yours";

/// Words of every day, of families and of this work; words that streets, schools and houses are called by; and
/// long words which differ by one letter from a name.
const COMMON: &str = "\
    abbey able academy accept acorn acorns acre acres action active adult adults advice afraid afternoon \
    agency agree agreed agreement alarm alcohol alder alive allotment almost alone already always \
    ambulance anger angry animal answer answered anxious apart apple apples april arch archer arrest \
    arrested arrive arrived ash ashes asked asleep assess assessment attend attended august aunt autumn \
    avenue aware awake baby babies bacon bailey baker bakery balance ball bank banks barber barley barn \
    barns barrow baron basket batch bath bathroom beach beacon bean bear bears beaver became become \
    bedroom bedtime beech beeches before began begin begun behaviour behind believe bell bells belong \
    bench beside best better bill birch birches bird birds birth birthday bishop bitter black blank \
    blanket blossom blue bluebell bluebells board boat book books border born borough bottle bottom \
    bought bowl box boxes branch brave bread break breakfast breath bridge bridges bright bring broad \
    broke broken brook brooks brother brothers brought brown bruise bruised bubbles bubble build \
    building built burger buses bush business busy butcher button buttons butter butterfly buying call \
    called calls calm calmer camp canal candle canteen captain care careful carer carers caring \
    carpenter carpet carried carry cars carter case castle catch cause caused cedar cedars centre \
    certain chair chance change changed changes chapel charge charm charter cheese cherry chest chestnut \
    chicken child childhood children choice choose chosen christ christmas church churches cinema circle \
    circus city class classes clean cleaner clear climb clinic close closed closer closely clothes \
    clover coach coast coffee cold collect collected college colour common community concern concerned \
    concerns conference contact contacted cook cooked cookers cooker cooking cook cooper copse corner \
    cottage cotton council counsel count counted country county couple course court cousin cousins cover \
    crescent cried cross crossing crown crying curtain dance danger dangerous daisy daisies dark dates \
    daughter dawn day days dean dear death december decide decided decision deer degree dinner doctor \
    dogs door doors double doubt dragon dream dressed drink drinking drinks drive drove driver drug \
    drugs duke during each eagle earl early easier east easter easy eating edge effort eight eighteen \
    eighty elder elders elm elms empty end ended ends enjoy enjoyed enough entry equal estate evening \
    evenings event events example excited expect explain explore explorers eyes face faces fact factory \
    failed fair fairly faith fallen families family farm farmer farms father fathers fearful february \
    feel feeling feelings feels feet fell felt fence fern ferns field fields fifteen fifty fight figure \
    find finding fine finger finish finished fire firm first fish fishes fisher five flat flats flood \
    floor florist flower flowers follow followed food foot football ford forest forget forgot form \
    former forms forty forward foster found fountain four fourteen fox foxes foxglove freedom fresh \
    friday friend friends friendly front frost fruit full funny further future garage garden gardens \
    gate gates gather gentle george getting girl girls given giving glad glass glebe glen goal goals \
    gold golden good grace grade grand grandad grandma grandmother grange grass great green greens \
    greenway group groups grove growing grown guard guide hall hand handle hands happen happened happens \
    happy harbour hard harder hardly harm harmed hatch haven hawthorn hazel head heads health hear heard \
    heart hearts heath heather heaven heavy hedge height held hello help helped helpful helping helps \
    heron herons high higher highest hill hills hillside history hold holding holiday holly hollow home \
    homes homework honest hope hoped horse hospital hotel hours hour house houses housing hundred hungry \
    hunter hurt husband ideas ill important improve income infant infants inside instead island ivy \
    january join joint joined journey joy judge july jump junction june junior juniors keep keeper \
    keeping keeps kestrel kind kindness king kings kingfisher kitchen knight knock known knows lady \
    ladybird lake lakes lambs lamp land lane lanes large lark larks last laugh laughed laundry laurel \
    laurels lawn lead leader learn learned learning least leave leaves leaving left legal lesson lessons \
    letter letters level library life light lights likes lily limes lime line lines lion lions listen \
    listened listens little live lived lives living locked locks lodge long longer look looked looking \
    looks lord lost loud love loved lovely loving lower lunch main mainly manage manager managing manner \
    manor many maple maples march mark marked market marks married marsh marshes master matter matters \
    mayor meadow meadows meal meals mean means medium meet meeting meetings member mercer merry message \
    midwife might mile milk mill miller mills mind minds minor minster minute minutes mirror miss missed \
    missing mobile model moment monday money month monthly months moon moor moral morning mornings \
    mother mothers mount mountain mouth move moved moving museum music myrtle nature needed needs \
    neighbour nervous nest nests newer newest news next nice night nights nine nineteen ninety noise \
    normal north note noted notes notice noticed november number numbers nurse nursery oak oaks oaktree \
    object october offer offered office officer older oldest open opened opens orange orchard orchards \
    order orders ordinary otter otters oven owls owl paid paint painted painting palace panel paper \
    parade parent parents parish park parker parks parking parson part partner party pass passed past \
    patch path pattern pavement peace peacock pear people perhaps period person phone phoned picked \
    picnic picture pictures piece pier pines pine pinewood place placed places plain plan planned plans \
    plant plate play played player playing please plenty plough point police polite pond ponds pool \
    poplar poplars poppy poppies porch port porter post potter power praise present press pretty priest \
    primary prince princess priory prison private problem promise promised proud pub public pupil puppet \
    quarry quay queen queens question quick quiet quieter quietly rabbit rabbits railway rain rainbow \
    rainbows raised reach reached read reader reading reads ready real really reason rector rectory red \
    refuse refused regular relax remain remember repair reply report rescue respect rest result return \
    returned review ridge right ring river rivers riverside road roads robin robins rock rocks room \
    rooms rose roses round rowan rowans royal rules running runs sadler safe safer safely safety sailor \
    saint saints salmon sand sands saturday scared scheme school schools screen sea season second secret \
    seeds seemed seems sense sentence september serious served service services session settle settled \
    settles seven seventeen seventy several shaken share shared sheep sheet shepherd sheriff shine \
    shining ship ships shirt shop shopping shops shore short shorter shout shouted shouting show showed \
    shown shows sides side signed silver simple single sister sisters sit six sixteen sixty sleep \
    sleeping sleeps slept slow slower slowly small smaller smile smiled smith snow social sofa solid son \
    song songs sorry sort sound south space spare sparrow sparrows speak speaks special speech spend \
    spent spoke spoken spring springs square stable staff stairs stand standing star starling started \
    starting starts stars state station stay stayed staying stays steady step steps stone stones stood \
    stop stopped stops store stories story straight strange stream street streets strength strengths \
    strong stronger struggle student study summer summit sun sunday sunny sunrise sunset sunshine supper \
    support supported sure surely surgery swan swans sweet swift swifts swim swimming sycamore system \
    table tables tailor taking talk talked talking tall tanner teach teacher teachers team tears teddy \
    teenager telling ten tenant tender terrace thank thirteen thirty thorn thought thoughts thousand \
    three threw thrive thursday ticket tickets tight times time timing tired tower town towns toys train \
    trained training travel treat treated tree trees tried trinity trouble true trust trusted trusts \
    truth trying tuesday turn turned turner twelve twenty twice two uncle understand union unit unless \
    unsafe upper upset usual usually vale valley value vicar vicarage victoria victory view village \
    villas violence violent visit visited visiting visitor visits voice wait waited waiting wake walk \
    walked walker walking walks wall walls wanted wants ward warden warm warmer warmly warmth warren \
    washing watch watched water watering waters waterside weather wednesday week weekend weekly weeks \
    welcome wellbeing west wharf wheel whether white whole wider wife willing willow willows window \
    windows windmill winter wish wishes woke woman women wonder wood wooden woodland woodlands woods \
    words word wore work worked worker workers working works world worried worries worry worse worst \
    worth wren wrens write writes writing written wrong yard years year yellow yew young younger \
    youngest";

/// Names that streets, schools and hospitals share with very many people.
const NAMES: &str = "\
    adam agnes albert alice alfred andrew andrews ann anne annes anthony arthur barnabas bartholomew \
    benedict bernadette bernard catherine cecilia charles charlotte christopher clare clement cuthbert \
    david dominic edmund edward elizabeth francis gabriel george georges giles gregory helen helens \
    henry hilda hugh ignatius jack james john johns joseph josephs jude katharine kate laurence lawrence \
    leonard luke lukes margaret margarets martin martins mary marys matthew matthews michael michaels \
    nelson nicholas norman olave oswald patrick paul pauls peter peters philip raphael richard robert \
    simon stephen stephens swithun teresa theresa thomas victoria vincent wilfrid wilfred william \
    windsor winston";

static SMALL_WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| SMALL.split_whitespace().collect());
static ORDINARY_WORDS: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| SMALL.split_whitespace().chain(COMMON.split_whitespace()).collect());
static COMMON_NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| NAMES.split_whitespace().collect());

/// Whether it is one of a list of words with spaces between.
pub(super) fn is_among(words: &str, word: &str) -> bool {
    words.split(' ').any(|it| it == word)
}

/// Whether it only holds others together: "the", "with".
pub(super) fn is_small(word: &str) -> bool {
    SMALL_WORDS.contains(word)
}

/// Whether it is a word of every day.
pub(super) fn is_ordinary(word: &str) -> bool {
    let is = |word: &str| ORDINARY_WORDS.contains(word);
    is(word) || word.strip_suffix('s').is_some_and(is)
}

/// Whether it says nothing alone: a word of every day, a name that half a town bears, a number, a letter.
pub(super) fn is_common(word: &str) -> bool {
    is_ordinary(word)
        || COMMON_NAMES.contains(word)
        || word.chars().count() < 3
        || word.chars().all(|it| it.is_ascii_digit())
}

/// Whether it gives somebody away by itself.
pub(super) fn is_distinctive(word: &str) -> bool {
    word.chars().count() >= SHORTEST_DISTINCTIVE && !is_common(word) && word.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_distinctive_when_nobody_writes_it_by_chance() {
        for word in ["larkspur", "nettlewick", "stubbington", "mallowmere"] {
            assert!(is_distinctive(word), "{word}");
        }
        for word in [
            "park", "school", "mary", "marys", "church", "garden", "elm", "14", "123456", "windsor",
            "acorns", "an12bc",
        ] {
            assert!(!is_distinctive(word), "{word}");
        }
        assert!(is_small("the") && !is_small("church"));
        assert!(is_common("st") && is_common("27") && !is_common("haigh"));
    }
}
