//! Everything that the family's pages say in fixed words: what each message is called in the packs, what it leaves
//! open, and whether a child is told it in words of their own.

macro_rules! phrases {
    ($($name:ident $id:literal $([$($open:literal),+])? $($child:ident)?;)+) => {
        /// One message of the packs.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Phrase {
            $($name,)+
        }

        impl Phrase {
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its name in the packs.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }

            /// What has to be filled in: a name, a date.
            pub fn open(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$($($open),+)?],)+
                }
            }

            /// Whether every language has words of its own in it for a child (`ux.md` 3.4). A language may have
            /// them elsewhere too: Welsh says "ti" to a child.
            pub fn differs_for_a_child(self) -> bool {
                match self {
                    $(Self::$name => false $(|| stringify!($child) == "child")?,)+
                }
            }
        }
    };
}

phrases! {
    // Days.
    Monday "weekday-monday";
    Tuesday "weekday-tuesday";
    Wednesday "weekday-wednesday";
    Thursday "weekday-thursday";
    Friday "weekday-friday";
    Saturday "weekday-saturday";
    Sunday "weekday-sunday";
    January "month-january";
    February "month-february";
    March "month-march";
    April "month-april";
    May "month-may";
    June "month-june";
    July "month-july";
    August "month-august";
    September "month-september";
    October "month-october";
    November "month-november";
    December "month-december";
    DateDay "date-day" ["weekday", "day", "month"];
    DateYear "date-year" ["weekday", "day", "month", "year"];
    // Names.
    NamesAnd "names-and" ["first", "last"];
    NamesAndVowel "names-and-vowel" ["first", "last"];
    // On every page.
    AppName "app-name";
    Controls "controls";
    ReadToMe "read-to-me";
    ReadStop "read-stop";
    ReadAgain "read-again";
    ReadSlower "read-slower";
    ReadNoVoice "read-no-voice" ["worker"];
    ReadVolume "read-volume";
    Look "look";
    Hide "hide";
    CoverTitle "cover-title";
    Staff "staff";
    // The locked page.
    Locked "locked";
    LockedNothing "locked-nothing";
    // Moving about.
    Previous "previous";
    Next "next";
    Start "start";
    BackToPage "back-to-page";
    Save "save";
    Saved "saved";
    TakeBack "take-back";
    TakenBack "taken-back";
    NotKept "not-kept" ["worker"];
    Print "print";
    NothingHere "nothing-here";
    LeaveEmpty "leave-empty";
    // Who answers.
    WhoAnswers "who-answers";
    WhoNow "who-now" ["name"];
    WhoElse "who-else";
    Pointed "pointed" ["worker"];
    // What people can answer.
    VerdictRight "verdict-right";
    VerdictNotRight "verdict-not-right";
    VerdictAgree "verdict-agree";
    VerdictDoNotAgree "verdict-do-not-agree";
    VerdictMoreTime "verdict-more-time";
    VerdictSeen "verdict-seen";
    VerdictCouldNotAnswer "verdict-could-not-answer";
    VerdictWouldNotSay "verdict-would-not-say";
    VerdictDoNotKnow "verdict-do-not-know";
    VerdictLater "verdict-later";
    // The first page, and the headings.
    Hello "hello" ["names"];
    HelloNobody "hello-nobody";
    Glad "glad";
    Better "better" child;
    Well "well" child;
    Different "different" child;
    Said "said";
    Hopes "hopes" child;
    Agreed "agreed";
    Ahead "ahead";
    Say "say";
    People "people" child;
    Ask "ask";
    Terms "terms";
    Help "help" child;
    Keep "keep";
    // One thing that is shown.
    ItemRight "item-right";
    ItemTellUs "item-tell-us";
    ItemOwnWords "item-own-words" ["name"];
    ItemYourWords "item-your-words";
    ItemTranslated "item-translated" ["name"];
    ItemInEnglish "item-in-english" ["worker"];
    // What we agreed.
    PromiseWill "promise-will" ["name"];
    PromiseSaid "promise-said" ["name"];
    PromiseBy "promise-by" ["date"];
    PromiseKept "promise-kept";
    PromiseNotKept "promise-not-kept";
    PromiseCame "promise-came";
    AgreedAsk "agreed-ask" child;
    AgreedAskName "agreed-ask-name" ["name"] child;
    // A signature.
    Sign "sign" child;
    SignFree "sign-free" child;
    SignWhy "sign-why";
    SignName "sign-name";
    SignMeans "sign-means" child;
    SignCouldNot "sign-could-not" ["worker"];
    // Something to say.
    SayBox "say-box";
    SayVerbatim "say-verbatim";
    SayTell "say-tell" ["worker"];
    SaySees "say-sees";
    SayTeam "say-team" ["worker"];
    SayOthers "say-others";
    SayAlso "say-also" ["name"];
    SayKeyboard "say-keyboard";
    HopesBox "hopes-box" child;
    DifferentBox "different-box" child;
    // Questions with a scale.
    AskUnderstand "ask-understand" child;
    AskImportant "ask-important";
    AskSure "ask-sure";
    AskReady "ask-ready";
    AskBetter "ask-better" child;
    AskListened "ask-listened" child;
    AskHome "ask-home" child;
    AskSafe "ask-safe" child;
    AskLow "ask-low";
    AskHigh "ask-high";
    AskHighCompletely "ask-high-completely";
    AskJarNone "ask-jar-none";
    AskJarLittle "ask-jar-little";
    AskJarSome "ask-jar-some";
    AskJarQuite "ask-jar-quite";
    AskJarLot "ask-jar-lot";
    AskFaceLow "ask-face-low";
    AskFaceMiddle "ask-face-middle";
    AskFaceHigh "ask-face-high";
    AskTapped "ask-tapped" ["worker"];
    AskNotLess "ask-not-less" ["number", "lower"];
    AskNone "ask-none";
    AskMore "ask-more" ["higher"];
    AskKeep "ask-keep";
    AskJarFilled "ask-jar-filled";
    AskJarEmpty "ask-jar-empty";
    AskJarMore "ask-jar-more";
    AskJarFull "ask-jar-full";
    AskFacesHelps "ask-faces-helps";
    AskFacesMore "ask-faces-more";
    AskEarlier "ask-earlier" ["date", "answer"];
    AskToday "ask-today" ["answer"];
    AskThen "ask-then";
    // Who to call.
    HelpLead "help-lead" child;
    HelpEmergencyName "help-emergency-name";
    HelpEmergency "help-emergency" child;
    HelpSilent "help-silent";
    HelpChildlineName "help-childline-name";
    HelpChildline "help-childline" child;
    HelpAbuseName "help-abuse-name";
    HelpAbuse "help-abuse";
    HelpLiveFearFreeName "help-live-fear-free-name";
    HelpLiveFearFree "help-live-fear-free";
    HelpSafePhone "help-safe-phone";
    HelpGrownUp "help-grown-up";
    HelpHide "help-hide";
    HelpHideKeys "help-hide-keys";
    HelpHideNot "help-hide-not";
    // Words and colours.
    LookLanguage "look-language";
    LookSize "look-size";
    LookSizeUsual "look-size-usual";
    LookSizeLarger "look-size-larger";
    LookSizeLargest "look-size-largest";
    LookColours "look-colours";
    LookColoursUsual "look-colours-usual";
    LookColoursStrong "look-colours-strong";
    // A page to keep.
    KeepFor "keep-for" ["names"];
    KeepOn "keep-on" ["date"];
    KeepCare "keep-care";
    // What words mean.
    TermsLead "terms-lead";
}
