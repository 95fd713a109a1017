### The fixed words of the family's pages, in English.
###
### `.child` is how a child is told it. Every message, and every part of one, stands on a line of its own.
### At most 15 words a sentence; `tests/family_words.rs` reads all of it.

pack-name = English
pack-direction = ltr

## Days

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December
date-day = { $weekday } { $day } { $month }
date-year = { $weekday } { $day } { $month } { $year }

## Names

names-and = { $first } and { $last }
# For languages in which the word changes before a vowel.
names-and-vowel = { $first } and { $last }

## On every page

app-name = Workbook
controls = Reading and hiding
read-to-me = Read to me
read-stop = Stop
read-again = Again
read-slower = Slower
read-no-voice = No voice on this tablet. Ask { $worker } to read it.
read-volume = The tablet will speak. Turn the sound down if you need to.
look = Words and colours
hide = Hide
cover-title = Clock
staff = Staff

## The locked page

locked = This is locked
locked-nothing = There is nothing to see here now.

## Moving about

previous = Back
next = Next
start = Back to the start
back-to-page = Back to where you were
save = Save
saved = Thank you. We have kept that.
take-back = Take it back
taken-back = You took it back.
not-kept = We could not save that. Tell { $worker }.
print = Print this page
nothing-here = There is nothing here today.
leave-empty = You can leave this empty.

## Who answers

who-answers = Who wants to answer?
who-now = { $name } is answering.
who-else = Someone else wants to answer
pointed = { $worker } taps for me

## What people can answer

verdict-right = Yes, that is right
verdict-not-right = No, that is not right
verdict-agree = Yes, I agree
verdict-do-not-agree = No, I do not agree
verdict-more-time = I need more time
verdict-seen = I have seen this
verdict-could-not-answer = Could not answer
verdict-would-not-say = I do not want to say
verdict-do-not-know = I do not know
verdict-later = Ask me later

## The first page, and the headings

hello = Hello { $names }
hello-nobody = Hello
glad = It is good to see you.
better = What is getting better
    .child = What is better
well = What you do well
    .child = Good things
different = What needs to be different
    .child = Worries
said = What you said
hopes = What you hope for
    .child = Wishes
agreed = What we agreed
ahead = What happens next
say = I want to say something
people = Who is helping
    .child = Who can I talk to?
ask = How are things?
terms = What words mean
help = Who to call
    .child = Get help
keep = A page to keep

## One thing that is shown

item-right = Is this right?
item-tell-us = Tell us what is right
item-own-words = The words of { $name }
item-your-words = Your own words
item-translated = { $name } translated this.
item-in-english = This part is in English. { $worker } can ask for an interpreter.

## What we agreed

promise-will = { $name } will do this.
promise-said = { $name } said they would do this.
promise-by = By { $date }
promise-kept = This is done.
promise-not-kept = This did not happen.
promise-came = What came of it
agreed-ask = Say if you agree
    .child = Say that you have seen this
agreed-ask-name = Say if you agree: { $name }
    .child = Say that you have seen this: { $name }

## A signature

sign = Do you agree?
    .child = Have you seen this?
sign-free = You can say yes or no. Both are OK.
    .child = You do not have to choose anything.
sign-why = Why not?
sign-name = Type your name
sign-means = Your name here is your signature.
    .child = Your name says that you have seen this. It does not say yes.
sign-could-not = { $worker } writes why

## Something to say

say-box = Write what you want to say
say-verbatim = We keep your words just as you write them.
say-tell = You can also tell { $worker }.
say-sees = Who can see this?
say-team = { $worker }’s team can see this.
say-others = You can let others see it too.
say-also = { $name } can see it too
say-keyboard = Speaking into the keyboard may use the internet.
hopes-box = What do you hope for?
    .child = What do you wish for?
different-box = What do you think needs to be different?
    .child = Is something worrying you?

## Questions with a scale

ask-understand = How much do you understand why we visit?
    .child = How much do you know about why we visit?
ask-important = How much does this change matter to you?
ask-sure = How sure are you that you can make this change?
ask-ready = How ready are you to start?
ask-better = How much better are things than before?
    .child = How much better are things now?
ask-listened = How much do we listen to you?
    .child = How much do we listen to you?
ask-home = How much do you like how things are at home?
    .child = How much do you like being at home?
ask-safe = How safe do you feel at home?
    .child = How much of the time do you feel safe at home?
ask-low = not at all
ask-high = very much
ask-high-completely = completely
ask-jar-none = not at all
ask-jar-little = a little
ask-jar-some = some
ask-jar-quite = quite a lot
ask-jar-lot = a lot
ask-face-low = not much
ask-face-middle = a bit
ask-face-high = a lot
ask-tapped = { $worker } taps what you say.
ask-not-less = What makes it a { $number } and not a { $lower }?
ask-none = What helps you to keep going?
ask-more = What would make it a { $higher }?
ask-keep = What would help it to stay like this?
ask-jar-filled = What has filled the jar this much?
ask-jar-empty = What helps you, even a little?
ask-jar-more = What would fill it a little more?
ask-jar-full = What would keep the jar full?
ask-faces-helps = What helps?
ask-faces-more = What would help more?
ask-earlier = On { $date } you said: { $answer }.
ask-today = Today you said: { $answer }.
ask-then = What you said then

## Who to call

help-lead = You can call these numbers.
    .child = You can ask for help. It is OK to tell.
help-emergency-name = Emergency
help-emergency = Call if someone is in danger now.
    .child = Call if someone is hurt or in danger now.
help-silent = If you cannot speak on a mobile, press 55.
help-childline-name = Childline
help-childline = For children. It is free, day or night.
    .child = It is free. You can talk about anything.
help-abuse-name = National Domestic Abuse Helpline
help-abuse = For England. It is free, day or night.
help-live-fear-free-name = Live Fear Free
help-live-fear-free = For Wales. It is free, day or night.
help-safe-phone = Use a phone that is safe for you.
help-grown-up = You can tell a grown-up you trust.
help-hide = Hide covers the screen with a clock.
help-hide-keys = You can also press Shift three times.
help-hide-not = It does not clear the history of this tablet.

## Words and colours

look-language = Language
look-size = Size of words
look-size-usual = Usual words
look-size-larger = Bigger words
look-size-largest = Biggest words
look-colours = Colours
look-colours-usual = Usual colours
look-colours-strong = Stronger colours

## A page to keep

keep-for = Only for { $names }
keep-on = Made on { $date }
keep-care = Other people can read a page on paper.

## What words mean. `.forms` are other ways in which the word is written.

terms-lead = Choose a word to see what it means.
term-childrens-services = children’s services
    .means = The part of the council that helps children and families.
term-social-worker = social worker
    .forms = social workers
    .means = Someone whose job is to help children to be safe. They work with the whole family.
term-manager = manager
    .forms = managers, team manager
    .means = The person who leads the team. They check the work. You can ask to talk to them.
term-assessment = assessment
    .forms = assessments
    .means = We find out what is going well and what is hard. Then we say what may help.
term-threshold = threshold
    .forms = thresholds
    .means = A line that helps us to see how much help is needed. Above it, we must do more to keep a child safe.
term-child-in-need-plan = child in need plan
    .forms = child in need plans
    .means = A plan to help your family. You can say yes or no to it.
    .child = A plan to help you.
term-child-protection-plan = child protection plan
    .forms = child protection plans
    .means = A plan to keep a child safe. It says who does what, and by when.
    .child = A plan to keep you safe.
term-conference = child protection conference
    .forms = child protection conferences
    .means = A big meeting about keeping a child safe. Parents and workers talk there. The workers decide if a plan is needed.
term-core-group = core group
    .forms = core groups
    .means = A small meeting of parents and workers. They look at the plan often.
term-review = review
    .forms = reviews
    .means = A meeting to look at the plan. We ask what is better and what is still hard.
term-supervision = supervision
    .forms = supervisions
    .means = The team talks about how to help you. You are not at this meeting. Your worker tells you what they said.
    .child = The helpers talk about how to help you.
term-consent = consent
    .means = You say it is OK. You can change your mind later.
    .child = You say it is OK. You can change your mind later.
term-record = record
    .forms = records
    .means = What we write down about you. You can ask to see it.
term-interpreter = interpreter
    .forms = interpreters
    .means = Someone who says our words in your language. They say your words to us.
term-advocate = advocate
    .forms = advocates
    .means = Someone who helps you to say what you think. They are not part of our team.
term-complaint = complaint
    .forms = complaints
    .means = You tell us that something is not right. Someone else looks at it. You get an answer.
term-solicitor = solicitor
    .forms = solicitors, lawyer, lawyers
    .means = Someone who knows the law and speaks for you. You can ask if it is free.
term-legal-meeting = legal planning meeting
    .forms = legal planning meetings
    .means = Workers talk with a lawyer. They ask if a court should decide.
term-court = court
    .forms = courts
    .means = A judge listens to everyone there. Then the judge decides.
term-care-order = care order
    .forms = care orders
    .means = A judge says that the council must look after a child. The council and the parents then share big decisions.
term-parental-responsibility = parental responsibility
    .means = The law says who decides important things for a child. Most parents have this.
term-domestic-abuse = domestic abuse
    .means = Someone hurts, scares or controls a person at home. It is never the fault of the person who is hurt.
term-probation = probation
    .means = A service for people after a court case about a crime. They help people to change.
term-health-visitor = health visitor
    .forms = health visitors
    .means = A nurse who visits families with small children.
