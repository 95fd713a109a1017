### Geiriau sefydlog tudalennau’r teulu, yn Gymraeg.
###
### `.child` yw’r ffordd o’i ddweud wrth blentyn: “ti”, lle mae oedolion yn cael “chi”.
### Mae pob neges, a phob rhan ohoni, ar linell ei hun.

pack-name = Cymraeg
pack-direction = ltr

## Dyddiau. Lle mae angen “ddydd”, mae’r neges yn rhoi’r “d” gyntaf o flaen y dyddiad ei hun.

weekday-monday = dydd Llun
weekday-tuesday = dydd Mawrth
weekday-wednesday = dydd Mercher
weekday-thursday = dydd Iau
weekday-friday = dydd Gwener
weekday-saturday = dydd Sadwrn
weekday-sunday = dydd Sul
month-january = Ionawr
month-february = Chwefror
month-march = Mawrth
month-april = Ebrill
month-may = Mai
month-june = Mehefin
month-july = Gorffennaf
month-august = Awst
month-september = Medi
month-october = Hydref
month-november = Tachwedd
month-december = Rhagfyr
date-day = { $weekday } { $day } { $month }
date-year = { $weekday } { $day } { $month } { $year }

## Enwau

names-and = { $first } a { $last }
names-and-vowel = { $first } ac { $last }

## Ar bob tudalen

app-name = Llyfr gwaith
controls = Darllen a chuddio
read-to-me = Darllen i mi
read-stop = Stopio
read-again = Eto
read-slower = Yn arafach
read-no-voice = Does dim llais ar y dabled hon. Gofynnwch i { $worker } ddarllen y dudalen.
    .child = Does dim llais ar y dabled hon. Gofynna i { $worker } ddarllen y dudalen.
read-volume = Bydd y dabled yn siarad. Trowch y sain i lawr os oes angen.
    .child = Bydd y dabled yn siarad. Tro’r sain i lawr os oes angen.
look = Geiriau a lliwiau
hide = Cuddio
cover-title = Cloc
staff = Staff

## Y dudalen sydd wedi’i chloi

locked = Mae hwn wedi’i gloi
locked-nothing = Does dim i’w weld yma nawr.

## Symud o gwmpas

previous = Yn ôl
next = Nesaf
start = Yn ôl i’r dechrau
back-to-page = Yn ôl i ble’r oeddech chi
    .child = Yn ôl i ble’r oeddet ti
save = Cadw
saved = Diolch. Rydyn ni wedi cadw hynny.
take-back = Tynnu’n ôl
taken-back = Rydych chi wedi’i dynnu’n ôl.
    .child = Rwyt ti wedi’i dynnu’n ôl.
not-kept = Doedd dim modd cadw hynny. Dywedwch wrth { $worker }.
    .child = Doedd dim modd cadw hynny. Dyweda wrth { $worker }.
print = Argraffu’r dudalen hon
nothing-here = Does dim byd yma heddiw.
leave-empty = Cewch adael hwn yn wag.
    .child = Cei di adael hwn yn wag.

## Pwy sy’n ateb

who-answers = Pwy sydd eisiau ateb?
who-now = Mae { $name } yn ateb.
who-else = Mae rhywun arall eisiau ateb
pointed = { $worker } sy’n tapio drosta i

## Beth all pobl ei ateb

verdict-right = Ydy, mae hyn yn iawn
verdict-not-right = Nac ydy, dydy hyn ddim yn iawn
verdict-agree = Ydw, rydw i’n cytuno
verdict-do-not-agree = Nac ydw, dydw i ddim yn cytuno
verdict-more-time = Mae angen mwy o amser arna i
verdict-seen = Rydw i wedi gweld hwn
verdict-could-not-answer = Ddim yn gallu ateb
verdict-would-not-say = Dydw i ddim eisiau dweud
verdict-do-not-know = Dydw i ddim yn gwybod
verdict-later = Gofynnwch i mi yn nes ymlaen

## Y dudalen gyntaf, a’r penawdau

hello = Helo { $names }
hello-nobody = Helo
glad = Mae’n braf eich gweld chi.
    .child = Mae’n braf dy weld di.
better = Beth sy’n gwella
    .child = Beth sy’n well
well = Beth rydych chi’n ei wneud yn dda
    .child = Pethau da
different = Beth sydd angen bod yn wahanol
    .child = Beth sy’n fy mhoeni
said = Beth ddywedoch chi
    .child = Beth ddywedaist ti
hopes = Beth rydych chi’n gobeithio amdano
    .child = Dymuniadau
agreed = Beth wnaethon ni gytuno
ahead = Beth sy’n digwydd nesaf
say = Rydw i eisiau dweud rhywbeth
people = Pwy sy’n helpu
    .child = Gyda phwy alla i siarad?
ask = Sut mae pethau?
terms = Beth mae geiriau’n ei feddwl
help = Pwy i’w ffonio
    .child = Cael help
keep = Tudalen i’w chadw

## Un peth sy’n cael ei ddangos

item-right = Ydy hyn yn iawn?
item-tell-us = Dywedwch wrthon ni beth sy’n iawn
    .child = Dyweda wrthon ni beth sy’n iawn
item-own-words = Geiriau { $name }
item-your-words = Eich geiriau chi
    .child = Dy eiriau di
item-translated = { $name } wnaeth gyfieithu hwn.
item-in-english = Mae’r rhan hon yn Saesneg. Gall { $worker } ofyn am gyfieithydd.

## Beth wnaethon ni gytuno

promise-will = Bydd { $name } yn gwneud hyn.
promise-said = Dywedodd { $name } y byddai’n gwneud hyn.
promise-by = Erbyn { $date }
promise-kept = Mae hyn wedi’i wneud.
promise-not-kept = Ddigwyddodd hyn ddim.
promise-came = Beth ddaeth o hyn
agreed-ask = Dweud a ydych chi’n cytuno
    .child = Dweud dy fod wedi gweld hyn
agreed-ask-name = Dweud a ydych chi’n cytuno: { $name }
    .child = Dweud dy fod wedi gweld hyn: { $name }

## Llofnod

sign = Ydych chi’n cytuno?
    .child = Wyt ti wedi gweld hwn?
sign-free = Cewch gytuno neu beidio. Mae’r ddau’n iawn.
    .child = Does dim rhaid i ti ddewis dim.
sign-why = Pam ddim?
sign-name = Teipiwch eich enw
    .child = Teipia dy enw
sign-means = Eich enw yma yw eich llofnod.
    .child = Mae dy enw’n dweud dy fod wedi gweld hwn. Dydy hynny ddim yn golygu dy fod yn cytuno.
sign-could-not = { $worker } sy’n ysgrifennu pam

## Rhywbeth i’w ddweud

say-box = Ysgrifennwch beth rydych chi eisiau ei ddweud
    .child = Ysgrifenna beth rwyt ti eisiau ei ddweud
say-verbatim = Byddwn ni’n cadw eich geiriau yn union fel y maen nhw.
    .child = Byddwn ni’n cadw dy eiriau yn union fel y maen nhw.
say-tell = Cewch hefyd ddweud wrth { $worker }.
    .child = Cei di hefyd ddweud wrth { $worker }.
say-sees = Pwy sy’n cael gweld hwn?
say-team = Mae tîm { $worker } yn cael gweld hwn.
say-others = Cewch adael i eraill ei weld hefyd.
    .child = Cei di adael i eraill ei weld hefyd.
say-also = Caiff { $name } ei weld hefyd
say-keyboard = Gall siarad â’r bysellfwrdd ddefnyddio’r rhyngrwyd.
hopes-box = Beth rydych chi’n gobeithio amdano?
    .child = Beth wyt ti’n ei ddymuno?
different-box = Beth sydd angen bod yn wahanol, yn eich barn chi?
    .child = Oes rhywbeth yn dy boeni di?

## Cwestiynau gyda graddfa

ask-understand = Faint rydych chi’n ei ddeall am pam rydyn ni’n ymweld?
    .child = Faint wyt ti’n ei wybod am pam rydyn ni’n ymweld?
ask-important = Faint mae’r newid hwn yn ei olygu i chi?
ask-sure = Pa mor siŵr ydych chi y gallwch chi wneud y newid hwn?
ask-ready = Pa mor barod ydych chi i ddechrau?
ask-better = Faint yn well yw pethau nag o’r blaen?
    .child = Faint yn well yw pethau nawr?
ask-listened = Faint rydyn ni’n gwrando arnoch chi?
    .child = Faint rydyn ni’n gwrando arnat ti?
ask-home = Faint rydych chi’n hoffi sut mae pethau gartref?
    .child = Faint wyt ti’n hoffi bod gartref?
ask-safe = Pa mor ddiogel rydych chi’n teimlo gartref?
    .child = Faint o’r amser wyt ti’n teimlo’n ddiogel gartref?
ask-low = ddim o gwbl
ask-high = yn fawr iawn
ask-high-completely = yn llwyr
ask-jar-none = ddim o gwbl
ask-jar-little = ychydig
ask-jar-some = rhywfaint
ask-jar-quite = eithaf llawer
ask-jar-lot = llawer
ask-face-low = dim llawer
ask-face-middle = tipyn bach
ask-face-high = llawer
ask-tapped = Bydd { $worker } yn tapio beth rwyt ti’n ei ddweud.
ask-not-less = Beth sy’n ei wneud yn { $number } ac nid yn { $lower }?
ask-none = Beth sy’n eich helpu i ddal ati?
    .child = Beth sy’n dy helpu di i ddal ati?
ask-more = Beth fyddai’n ei wneud yn { $higher }?
ask-keep = Beth fyddai’n helpu i gadw pethau fel hyn?
ask-jar-filled = Beth sydd wedi llenwi’r jar cymaint â hyn?
ask-jar-empty = Beth sy’n dy helpu di, hyd yn oed ychydig?
ask-jar-more = Beth fyddai’n ei llenwi ychydig yn fwy?
ask-jar-full = Beth fyddai’n cadw’r jar yn llawn?
ask-faces-helps = Beth sy’n helpu?
ask-faces-more = Beth fyddai’n helpu mwy?
ask-earlier = D{ $date } fe ddywedoch chi: { $answer }.
    .child = D{ $date } fe ddywedaist ti: { $answer }.
ask-today = Heddiw fe ddywedoch chi: { $answer }.
    .child = Heddiw fe ddywedaist ti: { $answer }.
ask-then = Beth ddywedoch chi bryd hynny
    .child = Beth ddywedaist ti bryd hynny

## Pwy i’w ffonio

help-lead = Cewch ffonio’r rhifau hyn.
    .child = Cei di ofyn am help. Mae’n iawn dweud.
help-emergency-name = Argyfwng
help-emergency = Ffoniwch os oes rhywun mewn perygl nawr.
    .child = Ffonia os oes rhywun wedi brifo neu mewn perygl nawr.
help-silent = Os na allwch siarad ar ffôn symudol, pwyswch 55.
    .child = Os na alli di siarad ar ffôn symudol, pwysa 55.
help-childline-name = Childline
help-childline = I blant. Mae am ddim, ddydd a nos.
    .child = Mae am ddim. Cei di siarad am unrhyw beth.
help-abuse-name = National Domestic Abuse Helpline
help-abuse = Ar gyfer Lloegr. Mae am ddim, ddydd a nos.
help-live-fear-free-name = Byw Heb Ofn
help-live-fear-free = Ar gyfer Cymru. Mae am ddim, ddydd a nos.
help-safe-phone = Defnyddiwch ffôn sy’n ddiogel i chi.
    .child = Defnyddia ffôn sy’n ddiogel i ti.
help-grown-up = Cei di ddweud wrth oedolyn rwyt ti’n ymddiried ynddo.
help-hide = Mae Cuddio yn rhoi cloc dros y sgrin.
help-hide-keys = Cewch hefyd bwyso Shift dair gwaith.
    .child = Cei di hefyd bwyso Shift dair gwaith.
help-hide-not = Dydy hyn ddim yn clirio hanes y dabled hon.

## Geiriau a lliwiau

look-language = Iaith
look-size = Maint y geiriau
look-size-usual = Geiriau arferol
look-size-larger = Geiriau mwy
look-size-largest = Geiriau mwyaf
look-colours = Lliwiau
look-colours-usual = Lliwiau arferol
look-colours-strong = Lliwiau cryfach

## Tudalen i’w chadw

keep-for = I { $names } yn unig
keep-on = Gwnaed d{ $date }
keep-care = Gall pobl eraill ddarllen tudalen ar bapur.

## Beth mae geiriau’n ei feddwl. `.forms` yw ffurfiau eraill y gair, gyda’r treigladau.

terms-lead = Dewiswch air i weld beth mae’n ei feddwl.
    .child = Dewisa air i weld beth mae’n ei feddwl.
term-childrens-services = gwasanaethau plant
    .forms = wasanaethau plant
    .means = Y rhan o’r cyngor sy’n helpu plant a theuluoedd.
term-social-worker = gweithiwr cymdeithasol
    .forms = weithiwr cymdeithasol, gweithwyr cymdeithasol, weithwyr cymdeithasol
    .means = Rhywun sy’n helpu plant i fod yn ddiogel. Maen nhw’n gweithio gyda’r teulu cyfan.
term-manager = rheolwr
    .forms = reolwr, rheolwyr, reolwyr
    .means = Y person sy’n arwain y tîm ac yn gwirio’r gwaith. Cewch ofyn am gael siarad â’r person hwn.
    .child = Y person sy’n arwain y tîm ac yn gwirio’r gwaith. Cei di ofyn am gael siarad â’r person hwn.
term-assessment = asesiad
    .forms = asesiadau
    .means = Rydyn ni’n darganfod beth sy’n mynd yn dda a beth sy’n anodd. Yna rydyn ni’n dweud beth allai helpu.
term-threshold = trothwy
    .forms = drothwy, throthwy
    .means = Llinell sy’n ein helpu i weld faint o help sydd ei angen. Uwchben y llinell, rhaid gwneud mwy i gadw plentyn yn ddiogel.
term-child-in-need-plan = cynllun plentyn mewn angen
    .forms = gynllun plentyn mewn angen, chynllun plentyn mewn angen
    .means = Cynllun i helpu eich teulu. Cewch ddweud ie neu na.
    .child = Cynllun i dy helpu di.
term-child-protection-plan = cynllun amddiffyn plant
    .forms = gynllun amddiffyn plant, chynllun amddiffyn plant
    .means = Cynllun i gadw plentyn yn ddiogel. Mae’n dweud pwy sy’n gwneud beth, ac erbyn pryd.
    .child = Cynllun i dy gadw di’n ddiogel.
term-conference = cynhadledd amddiffyn plant
    .forms = gynhadledd amddiffyn plant, chynhadledd amddiffyn plant
    .means = Cyfarfod mawr am gadw plentyn yn ddiogel. Mae rhieni a gweithwyr yn siarad yno. Y gweithwyr sy’n penderfynu a oes angen cynllun.
term-core-group = grŵp craidd
    .forms = grwpiau craidd
    .means = Cyfarfod bach o rieni a gweithwyr. Maen nhw’n edrych ar y cynllun yn aml.
term-review = adolygiad
    .forms = adolygiadau
    .means = Cyfarfod i edrych ar y cynllun. Rydyn ni’n gofyn beth sy’n well a beth sy’n dal yn anodd.
term-supervision = goruchwyliaeth
    .forms = oruchwyliaeth
    .means = Mae’r tîm yn siarad am sut i’ch helpu chi. Dydych chi ddim yn y cyfarfod hwn. Bydd eich gweithiwr yn dweud beth ddywedon nhw.
    .child = Mae’r bobl sy’n helpu yn siarad am sut i dy helpu di.
term-consent = cydsyniad
    .forms = gydsyniad, chydsyniad
    .means = Rydych chi’n dweud ei bod hi’n iawn. Cewch newid eich meddwl yn nes ymlaen.
    .child = Rwyt ti’n dweud ei bod hi’n iawn. Cei di newid dy feddwl yn nes ymlaen.
term-record = cofnod
    .forms = gofnod, chofnod, cofnodion, gofnodion, chofnodion
    .means = Beth rydyn ni’n ei ysgrifennu amdanoch chi. Cewch ofyn am ei weld.
    .child = Beth rydyn ni’n ei ysgrifennu amdanat ti. Cei di ofyn am ei weld.
term-interpreter = cyfieithydd
    .forms = gyfieithydd, chyfieithydd, cyfieithwyr
    .means = Rhywun sy’n dweud ein geiriau ni yn eich iaith chi. Mae’n dweud eich geiriau chi wrthon ni.
    .child = Rhywun sy’n dweud ein geiriau ni yn dy iaith di. Mae’n dweud dy eiriau di wrthon ni.
term-advocate = eiriolwr
    .forms = eiriolwyr
    .means = Rhywun sy’n eich helpu i ddweud eich barn. Dydy’r person hwn ddim yn rhan o’n tîm ni.
    .child = Rhywun sy’n dy helpu di i ddweud dy farn. Dydy’r person hwn ddim yn rhan o’n tîm ni.
term-complaint = cwyn
    .forms = gŵyn, chwyn, cwynion, gwynion, chwynion
    .means = Rydych chi’n dweud wrthon ni nad yw rhywbeth yn iawn. Mae rhywun arall yn edrych arno. Byddwch chi’n cael ateb.
    .child = Rwyt ti’n dweud wrthon ni nad yw rhywbeth yn iawn. Mae rhywun arall yn edrych arno. Byddi di’n cael ateb.
term-solicitor = cyfreithiwr
    .forms = gyfreithiwr, chyfreithiwr, cyfreithwyr
    .means = Rhywun sy’n gwybod y gyfraith ac yn siarad drosoch chi. Cewch ofyn a yw am ddim.
    .child = Rhywun sy’n gwybod y gyfraith ac yn siarad drosot ti. Cei di ofyn a yw am ddim.
term-legal-meeting = cyfarfod cynllunio cyfreithiol
    .forms = gyfarfod cynllunio cyfreithiol, chyfarfod cynllunio cyfreithiol
    .means = Mae gweithwyr yn siarad â chyfreithiwr. Maen nhw’n gofyn a ddylai llys benderfynu.
term-court = llys
    .forms = lys, llysoedd
    .means = Mae barnwr yn gwrando ar bawb yno. Yna mae’r barnwr yn penderfynu.
term-care-order = gorchymyn gofal
    .forms = orchymyn gofal, gorchmynion gofal
    .means = Mae barnwr yn dweud bod rhaid i’r cyngor ofalu am blentyn. Yna mae’r cyngor a’r rhieni’n rhannu penderfyniadau mawr.
term-parental-responsibility = cyfrifoldeb rhiant
    .forms = gyfrifoldeb rhiant, chyfrifoldeb rhiant
    .means = Mae’r gyfraith yn dweud pwy sy’n penderfynu pethau pwysig i blentyn. Mae hyn gan y rhan fwyaf o rieni.
term-domestic-abuse = cam-drin domestig
    .forms = gam-drin domestig, cham-drin domestig
    .means = Mae rhywun yn brifo, yn dychryn neu’n rheoli rhywun gartref. Dydy hyn byth yn fai ar y person sy’n cael ei frifo.
term-probation = gwasanaeth prawf
    .forms = wasanaeth prawf
    .means = Gwasanaeth i bobl ar ôl achos llys am drosedd. Mae’n helpu pobl i newid.
term-health-visitor = ymwelydd iechyd
    .forms = ymwelwyr iechyd
    .means = Nyrs sy’n ymweld â theuluoedd gyda phlant bach.
