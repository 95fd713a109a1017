//! Which words say nothing of anybody by themselves.
//!
//! A word is **distinctive** when it has six letters or more and is not in these lists: such a word is guarded
//! alone, and with one letter wrong. "Park", "School" and "Mary" are not: they are guarded only together with
//! what makes them a place ("Park School", "St Mary’s", "14 Park Lane").

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A shorter word is met by chance too easily, and with one letter wrong it would be another word.
pub(super) const SHORTEST_DISTINCTIVE: usize = 6;

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
    abbey able absence absent abuse academy accept access accident acorn acorns acre acres action active \
    actual additional admit adult adults advice afford afraid afternoon agency agenda agree agreed \
    agreement aims alarm alcohol alder alert alerts alive alleged allotment allow allowed almost alone \
    aloud already always ambulance analysis anger angry animal answer answered anxious apart appear \
    apple apples apply appointment approval april arch archer area areas argue arrest arrested arrival \
    arrive arrived ash ashes asked asks asleep aspect assess assessment asthma attach attend attendance \
    attended audience audiology august aunt authority autumn avenue awake aware babies baby bacon bag \
    bags bailey baker bakery balance ball bank banks barber barley barn barns baron barrier barriers \
    barrow basket batch bath bathroom beach beacon bean bear bears beaver became become bed bedroom beds \
    bedtime beech beeches began begin begun behalf behaviour behind believe bell bells belong bench \
    beside best better big bike bill bills bins birch birches bird birds birth birthday bishop bitter \
    black blank blanket blossom blue bluebell bluebells board boat body book books border born borough \
    boss bottle bottom bought boundaries boundary bowl box boxes boxing boy boys branch brave bread \
    break breakfast breath bridge bridges bright bring broad broke broken brook brooks brother brothers \
    brought brown bruise bruised bubble bubbles build building built bully bullying burger bus buses \
    bush business busy butcher butter butterfly button buttons buying cake call called calls calm calmer \
    camp canal candle cannabis canteen capacity captain caption car card cards care careers careful \
    caregiver carer carers caring carpenter carpet carried carry cars carter case castle cat catch cause \
    caused cedar cedars ceiling centre certain chair chance change changed changes chapel chapter charge \
    charm chart charter chat check checked checks cheese cherry chest chestnut chicken child childhood \
    children choice choose chosen christ christmas church churches cigarette cinema circle circus city \
    class classes clean cleaner clear climb clinic close closed closely closer clothes clothing clover \
    clue clues coach coast coffee cold collect collected college colour comment comments common \
    community complete completed concern concerned concerns conditions conference confirm conflict \
    connect consent consider consistent consult contact contacted contents context continue control cook \
    cooked cooker cookers cooking cooper copies copse copy corner correct cost costs cottage cotton \
    cough council counsel count counted country counts county couple course court cousin cousins cover \
    create crescent cried cross crossing crown crying culture cup cupboard current curtain custody cut \
    cycle cycling dad dads daisies daisy damage dance danger dangerous dark data date dates daughter \
    dawn day days dean dear death debt debts december decide decided decision deer degree delay deliver \
    dentist deny depend describe detail details development diary differ difference differences \
    different differently dinner direct disability disagree discuss discussion divorce doctor document \
    documents dogs domestic door doors double doubt draft drag dragon dream dressed drink drinking \
    drinks drive driver drop drove drug drugs due duke dummy during duties duty eagle earl early easier \
    east easter easy eat eating eczema edge educate education effect effective effort eight eighteen \
    eighty elder elders elm elms email emotion emotional employer empty end ended ends engage engaged \
    engagement enjoy enjoyed enough enter entered entries entry environment equal equipment escalate \
    escape estate evaluation evening evenings event events everything evidence exact exactly example \
    excited exist expect expectation expectations expected experience explain explained explore \
    explorers extra eye eyes face faces fact factory fail failed failure fair fairly faith fallen false \
    families family farm farmer farms father fathers fear fearful feature february feedback feel feeling \
    feelings feels feet fell felt fence fern ferns fever field fields fifteen fifty fight figure files \
    final finance financial find finding fine finger finish finished fire firm first fish fisher fishes \
    five fixed flat flats flood floor florist flow flower flowers focus focused folder follow followed \
    food foot football footer force ford forest forget forgot form former forms forty forward foster \
    found fountain four fourteen fox foxes foxglove free freedom frequency fresh friday fridge friend \
    friendly friends front frost fruit full fun functioning funny furniture further future gain gambling \
    gaps garage garden gardens gate gates gather general generic gentle genuine george getting girl \
    girls given giving glad glass glasses glebe glen gloves goal goals gold golden good grace grade gran \
    grand grandad grandma grandmother grandparent grandparents grandson grange granny grass great green \
    greens greenway grommets group groups grove growing grown guard guidance guide habit haircut half \
    hall hand handle hands happen happened happens happy harbour hard harder hardly harm harmed harmful \
    hatch haven hawthorn hazel head heading heads health hear heard hearing heart hearts heat heath \
    heather heating heaven heavy hedge height held hello help helped helpful helping helps heron herons \
    high higher highest hill hills hillside history hobby hold holding holiday hollow holly home \
    homeless homelessness homes homework honest hope hoped horse hospital hostel hotel hour hours house \
    household houses housing hundred hungry hunter hurt husband ice idea ideas identify identity ill \
    illness impact important impossible improve improvement incident include included including income \
    individual infant infants inform information informed injection injury inside instead insurance \
    intake interim interpreter interview invite invited involve involved involvement island issue issues \
    ivy january jealous jewellery job jobs join joined joint journey joy judge july jump junction june \
    junior juniors keep keeper keeping keeps kestrel kettle key kids kind kindness king kingfisher kings \
    kitchen knight knock known knows label labels lady ladybird lake lakes lambs lamp land lane lanes \
    language laptop large lark larks last laugh laughed laundry laurel laurels lawn lead leader learn \
    learned learning least leave leaves leaving left leg legal lesson lessons letter letters level \
    library lie life lifestyle light lights likes lily lime limes limit limits line lines lion lions \
    list listen listened listens lists little live lived lives living local locked locks lodge long \
    longer look looked looking looks lord lost lot lots loud love loved lovely loving lower luck luggage \
    lunch main mainly mam mams manage manager managing manner manor map maple maples march mark marked \
    market marks married marsh marshes master matter matters mattress mayor meadow meadows meal meals \
    mean means meant measures medicine medium meet meeting meetings member men mental mention mercer \
    merry message met microwave midwife mile milk mill miller mills mind minds minor minster minute \
    minutes mirror miss missed missing mobile model moment monday money month monthly months moon moor \
    moral morning mornings mortgage mother mothers mount mountain mouth move moved moving mum mummy mums \
    museum music myrtle nan nana nans nappies nappy nature necklace needed needs negative neglect \
    neighbour nervous nest nests network neutral new newer newest news next nice night nightmare \
    nightmares nights nine nineteen ninety noise normal normally north note noted notes notice noticed \
    november number numbers nurse nursery oak oaks oaktree object obvious october offence offer offered \
    office officer older oldest open opened opens opinion opinions opportunity option orange orchard \
    orchards order orders ordinary organise origin otter otters outcome outcomes outline outside oven \
    overnight overview owl owls owner pack package pages paid paint painted painting palace panel paper \
    parade parcel parent parental parenting parents parish park parker parking parks parson part \
    participate partner party pass passed passport passports past patch path pathway pattern patterns \
    pavement pay payment peace peacock pear peer pencil pension people perhaps period permanent \
    permission permissions person pet petrol phone phoned physical picked picnic picture pictures piece \
    pier pine pines pinewood pizza place placed places plain plan planned plans plant plaster plate play \
    played player playing please plenty plough plus pocket point police policy polite pond ponds pool \
    poplar poplars poppies poppy porch port porter positive possible post potter potty power practice \
    praise pram prefer pregnancy pregnant prepare prescription presence present press pretty previous \
    priest primary prince princess principle principles print priory prison private probation problem \
    procedure procedures proceed process professional professionals programme progress project promise \
    promised prompt protect protected protection protective proud provide pub public pupil puppet \
    purpose purposes purse pushchair quality quarry quay queen queens question quick quiet quieter \
    quietly quote rabbit rabbits railway rain rainbow rainbows raised range rate reach reached read \
    reader reading reads ready real really reason reasons receive recent reception recommend record \
    recorded records recover recovery rector rectory red refer reference referral reflect reflection \
    refuse refused region regular relapse relate relation relationship relationships relax relevant \
    remain remember reminder remove repair reply report request required rescue resilience resource \
    resources respect respond response responsibility responsible rest restraining restrict result \
    return returned review ridge right rights ring risk risks river rivers riverside road roads robin \
    robins rock rocks role roles room rooms rose roses round routine routines rowan rowans royal rule \
    rules run running runs sad sadler safe safely safer safety sailor saint saints sale salmon sample \
    sand sands saturday save saved scale scan scared scheme school schools scooter screen sea season \
    second secret secure seeds seek seemed seems select sense sensitive sentence separate separation \
    september serious served service services session set sets settings settle settled settles seven \
    seventeen seventy several sexual shaken shampoo shape share shared sheep sheet shepherd sheriff \
    shine shining ship ships shirt shop shopping shops shore short shorter shout shouted shouting show \
    showed shower shown shows sibling siblings sickness side sides sign signed significance significant \
    signing signs silver simple single sister sisters sit situation six sixteen sixty skill skills sky \
    sleep sleeping sleeps slept slow slower slowly small smaller smile smiled smith smoke smoking snow \
    sober social sofa solicitor solid son song songs sorry sort sound source sources south space spare \
    sparrow sparrows speak speaker speaks special specialist specific speech spend spent spirit spoke \
    spoken spring springs square stable staff stage stages stairs stand standing star starling stars \
    started starting starts state statement station status statutory stay stayed staying stays steadily \
    steady step steps stomach stone stones stood stop stopped stops store stories story straight strange \
    stream street streets strength strengths stress strong stronger struggle student study style subject \
    substance success suffer suggest suitcase summary summer summit sun sunday sunny sunrise sunset \
    sunshine supervise supervision supper support supported sure surely surgery surprise survive \
    survivor swan swans sweet sweets swift swifts swim swimming sycamore system table tables tablet \
    tablets tailor taking talk talked talking tall tanner tantrum target task tea teach teacher teachers \
    team tears teddy teenager telephone television tell telling tells ten tenant tender tension term \
    terms terrace test text texts thank theme therapy thirteen thirty thorn thought thoughts thousand \
    threat threaten three threshold threw thrive thursday ticket tickets tight time times timing tip \
    tips tired title toilet tool tools toothbrush top topic tower town towns toy toys train trained \
    training transfer trauma travel treat treated tree trees trick tried trigger triggers trinity \
    trouble trousers true trust trusted trusts truth try trying tuesday tuition turn turned turner \
    twelve twenty twice two type types typical unborn uncle unclear understand undo unhappy uniform \
    union unit universal unknown unless unsafe unwell update upper upset upstairs urgent use used useful \
    user usual usually vaccine vale valid valley value van various vehicle verbal vicar vicarage victim \
    victims victoria victory view village villas violence violent vision visit visited visiting visitor \
    visits voice volunteer vulnerable wait waited waiting wake walk walked walker walking walks wall \
    walls wanted wants war ward warden wardrobe warm warmer warmly warmth warren washing watch watched \
    water watering waters waterside way ways weather website wednesday week weekend weekly weeks welcome \
    wellbeing west wharf wheel whether whisper white whole wider wife willing willow willows win \
    windmill window windows winter wish wishes woke woman women wonder wood wooden woodland woodlands \
    woods word words wore work worked worker workers working works worksheet workshop world worried \
    worries worry worse worst worth wren wrens write writer writes writing written wrong yard year years \
    yellow yew young younger youngest";

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
