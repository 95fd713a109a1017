//! Thirty families, each of a kind that practitioners meet.

pub const FAMILIES: [(&str, &str); 30] = [
    (
        "two_parents_one_child",
        "people: Amara f 32, Joe m 34, Kayla f 9 index
        Amara + Joe together
        Amara & Joe > Kayla
        home The flat: Amara, Joe, Kayla",
    ),
    (
        "mother_alone",
        "people: Amara f 32, Kayla f 9 index, Leo m 6 index
        Amara > Kayla, Leo
        home Mum’s home: Amara, Kayla, Leo",
    ),
    (
        "separated_parents",
        "people: Amara f 32, Joe m 34, Kayla f 9 index, Leo m 6 index
        Amara + Joe separated
        Amara & Joe > Kayla, Leo
        home Mum’s home: Amara, Kayla, Leo
        home Dad’s flat: Joe",
    ),
    (
        "three_generations",
        "people: Ivy f 66, Ray m 70 died, Pearl f 61, Samuel m 64, Amara f 32, Ned m 29, Joe m 34, Kayla f 9 index, Leo m 6 index
        Ivy + Ray married
        Pearl + Samuel divorced
        Ivy & Ray > Amara, Ned
        Pearl & Samuel > Joe
        Amara + Joe together
        Amara & Joe > Kayla, Leo
        home Home: Amara, Joe, Kayla, Leo",
    ),
    (
        "remarriage",
        "people: Amara f 38, Joe m 40, Kit m 36, Kayla f 15 index, Leo m 12 index, Tia f 4 index, Baby unborn
        Amara + Joe divorced
        Amara + Kit married
        Amara & Joe > Kayla, Leo
        Amara & Kit > Tia, Baby
        Kit is step of Kayla, Leo
        home The house: Amara, Kit, Kayla, Leo, Tia",
    ),
    (
        "half_siblings_of_three_fathers",
        "people: Amara f 38, Joe m 40, Kit m 36, Dev m 33, Kayla f 15 index, Leo m 12 index, Tia f 4 index
        Amara + Dev together
        Amara & Joe > Kayla
        Amara & Kit > Leo
        Amara & Dev > Tia
        home Mum’s: Amara, Dev, Kayla, Leo, Tia",
    ),
    (
        "father_of_two_families",
        "people: Joe m 40, Amara f 38, Bea f 31, Kayla f 15 index, Leo m 12 index, Tia f 4 child, Max m 2 child
        Joe + Amara separated
        Joe + Bea together
        Joe & Amara > Kayla, Leo
        Joe & Bea > Tia, Max
        home Mum’s: Amara, Kayla, Leo
        home Dad’s: Joe, Bea, Tia, Max",
    ),
    (
        "twins",
        "people: Amara f 32, Joe m 34, Kayla f 9 index, Leo m 6 index, Lil f 6 index, Sol x 3 index
        Amara + Joe married
        Amara & Joe > Kayla, Leo, Lil, Sol
        twins: Leo, Lil",
    ),
    (
        "triplets_of_a_mother_alone",
        "people: Amara f 32, One m 1 index, Two f 1 index, Three m 1 index
        Amara > One, Two, Three
        twins: One, Two, Three",
    ),
    (
        "kinship_carer",
        "people: Nan f 63, Tamsin f 34, Wren f 15 index
        Nan > Tamsin
        Tamsin > Wren
        Nan is carer of Wren
        Nan is grandparent of Wren
        home Nan’s: Nan, Wren
        home The flat: Tamsin",
    ),
    (
        "foster_carers",
        "people: Amara f 24, Rosa f 51, Hugh m 55, Kayla f 3 index
        Amara > Kayla
        Rosa + Hugh married
        Rosa & Hugh ..> Kayla
        home Foster home: Rosa, Hugh, Kayla",
    ),
    (
        "adopted_with_birth_parents",
        "people: Amara f 24, Joe m 26, Rosa f 41, Hugh m 45, Kayla f 6 index, Finn m 9
        Amara & Joe > Kayla
        Rosa + Hugh married
        Rosa & Hugh ~> Kayla
        Rosa & Hugh > Finn
        home Home: Rosa, Hugh, Kayla, Finn",
    ),
    (
        "twelve_children",
        "people: Amara f 41, Joe m 44, Ada f 19, Ben m 17 index, Cat f 16 index, Dan m 15 index, Eve f 13 index, Fay f 12 index, Gus m 10 index, Hal m 9 index, Ida f 7 index, Jan x 5 index, Kim f 3 index, Lou m 1 index
        Amara + Joe together
        Amara & Joe > Ada, Ben, Cat, Dan, Eve, Fay, Gus, Hal, Ida, Jan, Kim, Lou
        home Home: Amara, Joe, Ben, Cat, Dan, Eve, Fay, Gus, Hal, Ida, Jan, Kim, Lou",
    ),
    (
        "twelve_children_of_four_fathers",
        "people: Amara f 41, Joe m 44, Kit m 39, Dev m 50, Abe m 36, Ada f 19, Ben m 17 index, Cat f 16 index, Dan m 15 index, Eve f 13 index, Fay f 12 index, Gus m 10 index, Hal m 9 index, Ida f 7 index, Jan x 5 index, Kim f 3 index, Lou m 1 index
        Amara + Abe together
        Amara + Joe divorced
        Amara & Joe > Ada, Ben, Cat
        Amara & Kit > Dan, Eve, Fay
        Amara & Dev > Gus, Hal, Ida
        Amara & Abe > Jan, Kim, Lou",
    ),
    (
        "unborn_first_child",
        "people: Amara f 17 child, Joe m 18, Baby unborn index
        Amara + Joe together
        Amara & Joe > Baby",
    ),
    (
        "two_mothers",
        "people: Amara f 32, Bea f 35, Kayla f 4 index, Leo m 1 index
        Amara + Bea married
        Amara > Kayla
        Bea ~> Kayla
        Amara & Bea > Leo
        home Home: Amara, Bea, Kayla, Leo",
    ),
    (
        "parent_died",
        "people: Amara f 32 died, Joe m 34, Kayla f 9 index, Gran f 60
        Amara + Joe married
        Amara & Joe > Kayla
        Gran > Amara
        home Dad’s: Joe, Kayla",
    ),
    (
        "grandparents_of_one_side_without_the_parent",
        "people: Gran f 60, Grandad m 62, Amara f 32, Kayla f 9 index
        Gran + Grandad married
        Gran is grandparent of Kayla
        Grandad is grandparent of Kayla
        Amara > Kayla",
    ),
    (
        "siblings_without_parents",
        "people: Kayla f 9 index, Leo m 6 index, Tia f 15, Dev m 40
        Kayla is sibling of Leo
        Tia is half-sibling of Kayla
        Dev is carer of Kayla, Leo",
    ),
    (
        "brother_cares_for_the_others",
        "people: Amara f 45 died, Ty m 21, Kayla f 9 index, Leo m 6 index
        Amara > Ty, Kayla, Leo
        Ty is carer of Kayla, Leo
        home Home: Ty, Kayla, Leo",
    ),
    (
        "aunt_and_friends",
        "people: Amara f 32, Joe m 34, Dana f 30, Sue f 50, Kayla f 9 index
        Amara + Joe together
        Amara & Joe > Kayla
        Dana is aunt of Kayla
        Sue is neighbour who helps of Amara",
    ),
    (
        "aunt_who_is_seen_to_be",
        "people: Ivy f 66, Amara f 32, Dana f 30, Kayla f 9 index, Cal m 7 child
        Ivy > Amara, Dana
        Amara > Kayla
        Dana > Cal
        Dana is aunt of Kayla
        home Ivy’s: Ivy, Dana, Cal
        home Home: Amara, Kayla",
    ),
    (
        "shared_care",
        "people: Amara f 32, Joe m 34, Kayla f 9 index, Leo m 6 index
        Amara + Joe separated
        Amara & Joe > Kayla, Leo
        home Mum’s: Amara, Kayla, Leo
        home Dad’s: Joe, Kayla, Leo",
    ),
    (
        "long_names",
        "people: Oluwaseun Adebayo-Featherstonehaugh f 32, Bartholomew Llanfairpwllgwyngyll-Jones m 34, Kayla-Mae Adebayo-Jones f 9 index, 美咲 f 6 index
        Oluwaseun Adebayo-Featherstonehaugh + Bartholomew Llanfairpwllgwyngyll-Jones separated
        Oluwaseun Adebayo-Featherstonehaugh & Bartholomew Llanfairpwllgwyngyll-Jones > Kayla-Mae Adebayo-Jones, 美咲
        home The house behind the old chapel: Oluwaseun Adebayo-Featherstonehaugh, Kayla-Mae Adebayo-Jones, 美咲",
    ),
    (
        "young_mother_at_her_mothers",
        "people: Ivy f 41, Amara f 17 index, Joe m 18, Kayla f 0 index, Bo m 12 index
        Ivy > Amara, Bo
        Amara & Joe > Kayla
        home Ivy’s: Ivy, Amara, Kayla, Bo",
    ),
    (
        "everyone_known_of_nothing",
        "people: Amara f 32, Joe m, Dana f, Kayla f 9 index, Leo m index",
    ),
    (
        "four_generations",
        "people: Great-gran f 84, Ivy f 61, Amara f 38, Zed m 40, Kayla f 18, Baby m 0 index
        Great-gran > Ivy
        Ivy > Amara
        Amara & Zed > Kayla
        Kayla > Baby
        Great-gran is carer of Baby
        home Great-gran’s: Great-gran, Kayla, Baby",
    ),
    (
        "two_couples_of_brothers_and_sisters",
        "people: Ann f 60, Bob m 62, Cy m 61, Di f 59, Eli m 35, Flo f 33, Gil m 34, Hope f 32, Ike m 9 index, Jo f 7 index, Kit m 8 child, Lu f 5 child
        Ann + Bob married
        Cy + Di married
        Ann & Bob > Eli, Flo
        Cy & Di > Gil, Hope
        Eli + Hope married
        Flo + Gil divorced
        Eli & Hope > Ike, Jo
        Flo & Gil > Kit, Lu
        home One: Eli, Hope, Ike, Jo
        home Two: Flo, Kit, Lu",
    ),
    (
        "moved_by_hand",
        "people: Amara f 32, Joe m 34, Kayla f 9 index, Leo m 6 index, Tia f 2 index, Sue f 50
        Amara + Joe together
        Amara & Joe > Kayla, Leo, Tia
        Sue is friend of Amara
        move Tia left
        move Tia left
        move Sue right
        move Sue up
        move Kayla up",
    ),
    (
        "partner_of_a_cousin_and_other_knots",
        "people: Ann f 70, Bob m 45, Cat f 43, Dan m 20, Eve f 19, Fin unborn, Max m 44
        Ann > Bob, Cat
        Bob > Dan
        Cat & Max > Eve
        Dan + Eve together
        Dan & Eve > Fin
        Max + Ann separated
        Eve is carer of Ann
        home Together: Ann, Dan, Eve",
    ),
];
