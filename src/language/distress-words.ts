/**
 * The words of somebody who is not well, in Dutch and English, as `normalise` gives them: lower case, without accents and marks,
 * so that `I'm` is `i m`. Each list is of one kind; `distress.ts` says which counts when.
 */

/** One pattern of several, each of whole words. */
export const anyOf = (...patterns: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${patterns.join('|')})\\b`);

/** Small words that may stand anywhere in a sentence without changing what it is about. */
const light =
  '(?:het|liefst|gewoon|echt|eigenlijk|alleen|maar|nog|liever|niet|soms|nu|wel|zo|weer|ook|vaak|steeds|bijna|zelf|dan|hier|er|gvd|heel|helemaal|volledig|compleet|al|even|meteen|vandaag|vanavond|morgen)';
const lightly = `(?: ${light})*`;
/** The sentence ends, or goes on about something else: "dood hout" is no death. */
const ends =
  '(?= (?:zijn|wezen|gaan|was|ben|want|omdat|en|maar|hoor|nu|vandaag|vanavond|morgen|help|alsjeblieft|eigenlijk|liever|als|sinds|dus|met|help|haha)\\b|$)';
const me = '(?:me|mij|mezelf|mijzelf|mn zelf|me zelf|mij zelf)';

/** Whoever it is about, when that is not the writer. */
const someone =
  '(?:(?:mijn|m n|onze|een|de|die|deze|my|our|a|the) (?:[a-z]+ )?(?:collega|teamgenoot|leidinggevende|chef|baas|medewerker|stagiair|man|vrouw|partner|vriend|vriendin|zoon|dochter|kind|moeder|vader|ouders|broer|zus|zusje|broertje|neef|nicht|buurman|buurvrouw|burger|inwoner|inwoonster|bewoner|klant|client|melder|beller|bezoeker|aanvrager|mevrouw|meneer|jongen|meisje|colleague|boss|manager|wife|husband|son|daughter|friend|brother|sister|mother|father|citizen|resident|caller|visitor|client|customer)|hij|zij|ze|she|they|iemand|someone|somebody|mevrouw|meneer)';
/** From a word about the writer to what follows, with nobody else in between. */
const own = (what: string) => `(?:ik|i)\\b(?:(?! (?:dat|of|that|if)\\b| ${someone}\\b).)* ${what}`;

const suicide = '(?:zelfmoord\\w*|suicid\\w*|zelfdoding\\w*|euthanasie plegen)';
const endLife =
  '(?:(?:einde?|punt) aan (?:mijn|m n|het|zijn|haar|hun) (?:\\w+ )?leven|stap(?:pen|t)? uit het leven|uit het leven (?:stappen|stap)|van het leven ber\\w+|van kant (?:maken|maakt|maak)|(?:maak|maakt) (?:me|mezelf|zich|zichzelf) van kant)';
const height = '(?:van|van af) (?:de|het|een) (?:\\w+ )?(?:dak|flat|brug|gebouw|toren|stadhuis|balkon)';
const rails = 'voor (?:de|een) (?:trein|metro|tram|auto|vrachtwagen)';
const leap = '(?:spring\\w*|gooi\\w*|werp\\w*|stort\\w*)';
const jump = `(?:${leap}(?: \\w+){0,3} (?:${rails}|${height})|(?:${rails}|${height}(?: \\w+){0,3}) (?:te )?(?:${leap}|lopen)|spring\\w* uit het raam|uit het raam (?:te )?springen)`;

/** Of somebody themselves, who may not want to live. */
export const ownLife = anyOf(
  own(suicide),
  own(endLife),
  own(jump),
  `(?:ik|i)\\b(?:(?! ${someone}\\b).)* ${me} (?:\\w+ )?(?:iets (?:\\w+ )?aan|van kant|pijn doen|op ?hang|ophangen|op ?knop\\w*|verdrinken|snijd\\w*|verwond\\w*|doodschiet\\w*|dood ?maken|dood ?schiet\\w*|door (?:het|mijn|m n|de) (?:hoofd|kop|kogel))`,
  `(?:ik|i) (?:hang|knoop|snijd?|verwond|beschadig|schiet|verdrink|dood) ${me} (?:op|dood|kapot|door (?:het|mijn|m n|de) (?:hoofd|kop))`,
  `(?:ik|i) (?:hang|knoop) ${me} (?:\\w+ )?op`,
  `(?:ik|i) (?:snijd?|verwond|beschadig|verminkt?) ${me}`,
  `(?:ik|i) doe ${me} (?:\\w+ )?iets aan`,
  `doe ik ${me} (?:\\w+ )?iets aan`,
  `${me} (?:\\w+ )?iets (?:aan ?(?:te )?doe\\w*|wil aandoen)`,
  `ik ${'(?:wil|wou|wilde|zou|ga|mag|moet|was|ben|denk aan)'}${lightly} dood${ends}`,
  `(?:wil|wou|was|ga|ben) ik${lightly} dood${ends}`,
  `(?:dat|als) ik${lightly} dood${ends}`,
  `(?:ik|laat ${me})\\b${lightly} (?:wil|wou|zou|mag|laat|ga)?${lightly} (?:dood ?gaan|doodgaan|sterven|creperen)`,
  'ik ga er dood aan$',
  'ik(?: \\w+){0,3} geen (?:zin|reden|wens|puf)(?: \\w+){0,3} (?:om )?(?:nog )?(?:verder )?te leven',
  `(?:was|ware|zou) ik er${lightly} niet(?: meer)?(?: geweest)?$`,
  `(?:kon|mocht|kan|mag) ik${lightly} dood${ends}`,
  `(?:beter(?: af)?|liever) dood${ends}`,
  '(?:doodgaan|dood gaan|sterven|dood zijn) (?:lijkt|zou|voelt|klinkt)',
  '(?:hoeft|hoef) (?:voor|van) (?:mij|me)(?: \\w+)? niet meer|ik wil (?:\\w+ )?verdwijnen|want to disappear',
  `heb ${me} (?:\\w+ ){0,2}(?:gesneden|verwond|beschadigd|verminkt|pijn gedaan|iets aangedaan)`,
  own('niet (?:meer |langer )?(?:verder )?(?:(?:willen|wil|hoeven) )?(?:te )?leven'),
  own('(?:aan de dood|weg van deze (?:wereld|aarde)|uit deze wereld)'),
  own('(?:pillen|medicijnen|tabletten|touw) (?:\\w+ ){0,2}(?:klaar\\w*|verzameld|gespaard|gekocht)'),
  `ik\\b.* ${me} (?:te )?doden`,
  '(?:if|when|once) i (?:die|died|m dead|am dead)|(?:like|of) dying(?! of)|(?:want|rather|like) to be dead|i should be dead',
  `ik\\b.* er niet meer (?:(?:wil|wou|hoef|zou) )?(?:te )?(?:(?:willen|wil) )?(?:zijn|wezen|was|ben)`,
  '(?:niet|nooit) meer wakker (?:te )?(?:word\\w*|werd|hoeven)',
  'beter af zonder m(?:ij|e|n)|beter zonder mij|zonder mij beter|beter af als ik er niet',
  '(?:niemand|geen mens) (?:\\w+ ){0,2}(?:missen|mist)(?: (?:me|mij|als))?',
  '(?:mijn|m n|het) leven (?:heeft|had)(?: \\w+)? geen zin(?: meer)?|(?:mijn|m n|het) leven is (?:\\w+ ){0,3}(?:niet(?:s)?(?: meer)? waard|zinloos|voorbij)|geen zin meer in (?:het|mijn) leven|geen reden(?: meer)? om te leven|waarom zou ik(?: \\w+)? leven',
  'klaar met (?:het|mijn|dit|m n) leven|levensmoe|leven(?:s)?moe',
  'overdosis|(?:pillen|tabletten|medicijnen) (?:\\w+ )?(?:genomen|ingenomen|geslikt) (?:om|te veel)|(?:te veel|alle) (?:pillen|medicijnen) (?:genomen|ingenomen|geslikt)|mijn polsen|afscheidsbrief',
  `(?:maak|maakte) (?:ik )?er(?: \\w+)? (?:een )?einde? (?:aan|eraan)${ends}`,
  `ik\\b(?:(?! ${someone}\\b).)* er(?: \\w+){0,2} (?:een )?einde? aan (?:(?:ga|wil|moet|kan|te) )?maken${ends}`,
  '(?:i|i m) (?:\\w+ ){0,2}(?:want|wanna|ready|going|like) (?:to )?die(?! cut)',
  '(?:kill|hang|shoot|cut|cutting|hurt|hurting|harm|harming) myself',
  '(?:end|ending|take|taking) my (?:own )?life|end it all',
  'don t want to (?:live|be alive|be here|exist|wake up)(?: \\w+)*',
  'better off (?:dead|without me)|wish i (?:was|were) (?:dead|not here|never born)|no reason to live|nothing to live for|self ?harm\\w*',
);

/** The same, where nobody says of whom. */
export const life = anyOf(
  'wil dood$',
  '(?:wil(?:len)?|wou|wilde|hoef|hoeft) (?:\\w+ ){0,2}niet (?:meer )?(?:verder )?(?:te )?leven|niet meer (?:willen|wil|hoeven) (?:te )?leven',
  endLife,
  `^${jump}$`,
  `(?:hoe|hoeveel|waarmee)\\b.* ${suicide}|${suicide} (?:pleeg|plegen)|^${suicide}(?: \\w+)?$`,
  '(?:want|wanna) to die(?! cut)',
);

const wantsDeath =
  '(?:wil|wilt|willen|wilde|wou|zou|zegt|dreigt|denkt|overweegt|praat|heeft|gaat|doet|maakt|springt|loopt|pleegt|plegen|wants|says|threaten\\w*|threat|talks|thinks)';
/** About somebody else who may not want to live. */
export const otherLife = anyOf(
  `${someone}\\b.* (?:${suicide}|${endLife}|${jump})`,
  `${someone}\\b.* ${wantsDeath}\\b.* (?:dood${ends}|doodgaan|sterven$|dood (?:zijn )?(?:wil|wou|wilde|moet)\\b|niet meer (?:(?:wil|wilt|willen) )?(?:verder )?(?:te )?leven|er niet meer (?:wil )?zijn)`,
  `${someone}\\b.* (?:wil|wilt|wilde) dood${ends}`,
  `${someone}\\b.* dood (?:zijn )?(?:wil|wilt|wilde|wou)\\b`,
  `${someone}\\b.* (?:die|wil|wilt|dreigt|gaat) (?:te )?(?:wil )?springen$`,
  `${someone}\\b.* (?:snijdt|verwondt|beschadigt|verminkt) zich(?:zelf)?`,
  `${someone}\\b.* zich(?:zelf)? (?:\\w+ )?(?:iets (?:\\w+ )?(?:aan|aandoe\\w*|aan ?te ?doen)|van kant (?:te )?ma|ophang\\w*|op te hangen|verwond\\w*|snijd\\w*|pijn|dood|te doden|in brand)`,
  `${someone}\\b.* er(?: \\w+)? (?:een )?einde? aan (?:\\w+ ){0,2}ma(?:ken|akt)`,
  'zichzelf (?:iets|wat) (?:wil )?(?:aan|aandoen|aandoet)',
  `dreig\\w* (?:\\w+ )?(?:met|zich|zichzelf) (?:\\w+ )?(?:${suicide}|van kant|iets aan)`,
  `(?:wants|want|trying|threaten\\w*|going) to (?:die(?! cut)|kill (?:himself|herself|themselves|itself))|kill(?:ing)? (?:himself|herself|themselves)|hurt(?:ing)? (?:himself|herself|themselves)`,
);
/** Said of nobody: whoever asks about it may have somebody in mind. */
export const anySuicide = anyOf(suicide);

/** What was said of somebody else is done: that is grief. */
export const suicideDone = anyOf(
  `${suicide} (?:heeft )?gepleegd|heeft (?:een )?${suicide} gepleegd|pleegde (?:\\w+ )?${suicide}|zich(?:zelf)? (?:\\w+ )?(?:van het leven beroofd|van kant gemaakt|opgehangen)|voor de trein gesprongen|(?:killed|hanged) (?:himself|herself|themselves)|died by ${suicide}|committed ${suicide}`,
);

const deeds =
  '(?:pest\\w*|treiter\\w*|sar(?:t|ren)|discrimineer\\w*|intimideer\\w*|bedreig\\w*|kleineer\\w*|verneder\\w*|chanteer\\w*|stalk\\w*|sla(?:at|an|t)|sloeg|mishandel\\w*|misbruik\\w*|betast\\w*|schop\\w*|bespug\\w*|negeert|negeren|buitensluit\\w*|uitscheld\\w*|lastigval\\w*)';
const done =
  '(?:gepest|weggepest|getreiterd|gesard|gediscrimineerd|geintimideerd|bedreigd|gekleineerd|vernederd|gechanteerd|gestalkt|geslagen|mishandeld|misbruikt|betast|aangerand|verkracht|uitgescholden|lastiggevallen|buitengesloten|genegeerd|achtervolgd|uitgelachen|geschopt|bespuugd|beledigd|zwartgemaakt|uitgesloten|gepakt|afgezeken)';
const wrongs =
  '(?:pesten|pestgedrag|discriminatie|intimidatie|seksuele intimidatie|ongewenst gedrag|ongewenste intimiteiten|ongewenste omgangsvormen|grensoverschrijdend gedrag|seksisme|racisme|machtsmisbruik|stalking|bullying|harassment|sexual harassment|discrimination|racism|sexism)';
const reporting =
  '(?:meld|melden|gemeld|meldt|melding|meldingen|klacht|klachten|klagen|aangeven|aangifte|aankaarten|doorgeven|rapporteren|signaal|signaleren|bespreken|report|reporting|complaint)';
/** What a citizen reports is work. */
const fromInside =
  '(?!.*\\b(?:burgers?|inwoners?|inwoonster|bewoners?|klant|klanten|bezoekers?|aanvragers?|publiek)\\b)';
/** Somebody who wants to report something, or asks how: the word for it before or behind what it is about. */
const reportOf = (what: string) =>
  `${fromInside}(?:${reporting}(?: \\w+){0,4} ${what}|${what}(?: \\w+){0,5} ${reporting})`;

/** Somebody does something to the writer. */
export const harassed = anyOf(
  `${deeds} (?:\\w+ )?(?:me|mij|ons)(?! niet)`,
  `(?:scheldt|schelden) (?:me|mij|ons) (?:\\w+ ){0,3}uit|(?:valt|vallen) (?:me|mij|ons) (?:\\w+ )?lastig|(?:lacht|lachen) (?:me|mij) (?:\\w+ )?uit|(?:sluit|sluiten) (?:me|mij) (?:\\w+ )?buiten|(?:maakt|maken) (?:me|mij) (?:\\w+ )?(?:zwart|belachelijk)|schreeuw\\w* tegen (?:me|mij)|(?:zit|zitten|komt) (?:\\w+ )?aan (?:me|mij)|(?:raakt|raken) (?:me|mij) (?:\\w+ )?aan`,
  `(?:ik|we|wij)\\b.* ${done}|${done} (?:word|werd|voel|ben) ik`,
  `(?:voel|voelde) (?:ik )?(?:me|mij) (?:\\w+ ){0,2}(?:geintimideerd|bedreigd|onveilig|gediscrimineerd|buitengesloten|vernederd|gekleineerd|gepest)`,
  `(?:heeft|hebben|had|hadden) (?:me|mij) (?:\\w+ ){0,3}${done}`,
  '(?:anders|slechter|oneerlijk) behandeld|achtergesteld|(?:vanwege|om|door) mijn (?:huidskleur|geloof|afkomst|achtergrond|hoofddoek|geaardheid|leeftijd|beperking|handicap|zwangerschap|accent)',
  '(?:roddel\\w*|geroddeld) (?:over|achter) (?:me|mij|mijn rug)|over (?:me|mij) (?:\\w+ )?(?:geroddeld|geroddel|roddel\\w*)|(?:het|mijn) leven zuur|(?:maakt|maken) (?:me|mij) (?:\\w+ )?(?:kapot|bang)',
  '(?:onveilig|niet (?:meer )?veilig) (?:op (?:het|mijn) werk|in (?:mijn|het|ons) team|(?:bij|door|met) mijn \\w+)|voel (?:ik )?(?:me|mij) (?:\\w+ ){0,2}(?:onveilig|niet (?:meer )?veilig)',
  'niet serieus genomen (?:omdat|vanwege|door)|er wordt (?:\\w+ ){0,3}(?:gepest|geroddeld|gediscrimineerd|geintimideerd)|durf (?:\\w+ )?niet (?:meer )?naar (?:mijn|het|m n) werk|(?:vieze|seksuele|ongepaste|naakt) ?(?:appjes|apps|berichten|berichtjes|mails|mailtjes|foto s)|(?:zet|zetten) (?:me|mij) (?:\\w+ )?onder druk',
  `(?:last van|slachtoffer van|te maken (?:\\w+ )?met)(?: \\w+){0,3} ${wrongs}`,
  `^(?:ik (?:wil|moet) |er is |seksuele )?${wrongs}(?: (?:op (?:het|mijn) werk|in (?:mijn|het|ons) team|door mijn \\w+|at work|melden))*$`,
  '(?:seksue\\w+|seksistische|racistische|discriminerende|ongewenste) (?:\\w+ )?(?:opmerking\\w*|toespeling\\w*|avances|grappen|berichten|aanraking\\w*|gedrag)',
  reportOf(
    `(?:${wrongs}|pesterij\\w*|gepest|treiteren|seksueel geweld|agressie|geweld|bedreiging\\w*|aanranding|ongewenst\\w* \\w+|grensoverschrijdend \\w+|seksueel \\w+)`,
  ),
  'handtastelijk',
  '(?:bullie[sd]|bullying|bully|harass\\w*|intimidat\\w+|threaten\\w*|stalk\\w*|abus\\w+|assault\\w*|grop\\w+|touche[sd]|yells at|insults?|humiliat\\w+) (?:me|us)',
  '(?:i m|i am|i was|i feel|i got|being|i have been|i ve been) (?:being |getting |\\w+ )?(?:bullied|harassed|discriminated|intimidated|threatened|stalked|abused|assaulted|raped|groped|humiliated|excluded)',
);

const crimes =
  '(?:fraude|fraudes|fraudegeval|corruptie|omkoping|steekpenningen|diefstal|integriteit(?! van)\\w*|misstand|misstanden|belangenverstrengeling|vriendjespolitiek|verduistering|valsheid in geschrifte|strafbare? \\w+|misbruik van (?:gegevens|geld|macht|positie|gemeentegeld)|klokkenluid\\w*|fraud|corruption|theft|bribery|misconduct)';
/** Something that is wrong by law or by the rules, which has a way of its own: no signal about the work. */
export const wrongdoing = anyOf(
  reportOf(crimes),
  `(?:ik|wij|we) (?:vermoed\\w*|ontdekte?n?|zag|zie|weet van|heb|hebben)(?: \\w+){0,4} ${crimes}`,
  `(?:er (?:is|wordt|werd)|iemand|collega) (?:\\w+ ){0,3}(?:gefraudeerd|gestolen|fraudeert|steelt|omgekocht|fraude gepleegd|pleegt fraude)`,
  `^(?:de )?(?:${crimes}|integriteitsmelding|klokkenluider\\w*)(?: (?:op (?:het|mijn) werk|in (?:mijn|het|ons) team|bij ons|hier))?$`,
  'integriteitsmelding',
);

/** Whatever it does to somebody, it is no harassment. */
export const machine =
  /^(?:de|het|deze|dit|die) (?:\w+ )?(?:tool|app|systeem|applicatie|server|bot|programma|laptop|computer|website|pagina|kaart|browser)\b/;

/** What people at odds are not at odds about with each other: the work itself, of which the register knows who decides. */
const aboutWork =
  '(?!.*\\b(?:over|om|van) (?:de |het |een |dit |dat |die |deze )?(?:bag|bgt|woz|brk|bro|mutatie\\w*|adres\\w*|pand\\w*|registratie\\w*|mandaat|mandaten|grens|grenzen|perceel\\w*|percelen))';
/** A colleague by what they are, with whose they are. */
const colleague =
  '(?:(?:mijn|m n|onze|ons|die|de|een|deze|my|our|a|the) (?:[a-z]+ )?(?:collega s|collega|teamgenoot|teamgenoten|leidinggevende|chef|baas|teamleider|manager|directeur|afdelingshoofd|team|afdeling|colleagues?|boss|team|coworker)|hem|haar|hen|elkaar|iedereen)';
/** Whom somebody is angry with: a colleague, or a word that is no thing. */
const angryAt = `(?:${colleague}|(?!(?:de|het|dit|dat|deze|een|die|kompas|bag|bgt|woz|brk|jou|je|teams|excel)\\b)[a-z]+(?: [a-z]+)?(?=$| (?:ze|zij|hij|die|dat|want|omdat|en|maar|nu|weer|vandaag|he|she|because)\\b))`;
const quarrel = '(?:ruzie|bonje|mot|heibel|onenigheid|een (?:conflict|aanvaring)|conflict|aanvaring)';
/** At odds with somebody at work. */
export const conflict = anyOf(
  `${aboutWork}(?:ik|we|wij|er)\\b(?: \\w+){0,4} ${quarrel}(?! over)\\b`,
  `${aboutWork}${quarrel}(?: \\w+){0,3} (?:met|tussen|with) (?:mij en )?${colleague}`,
  `${aboutWork}${quarrel} (?:op (?:het|mijn|m n) werk|in (?:het|mijn|ons|m n) team)`,
  `ik (?:ben|word|was)(?: \\w+){0,3} (?:boos|kwaad|woedend|razend|pissig|woest|teleurgesteld|gekwetst)(?: (?:op|over|in|door) ${angryAt}|$)`,
  `(?:ik )?(?:haat|heb een hekel aan|kan niet (?:meer )?tegen|kan (?:niet|slecht) (?:overweg|opschieten) met|hate) ${colleague}`,
  `ik kan(?: \\w+){0,5} niet (?:uitstaan|luchten of zien)`,
  `(?:ik|wij|we) (?:kan|kunnen)(?: \\w+){0,2} (?:niet|slecht)(?: \\w+)? (?:met (?:\\w+ ){1,3}(?:overweg|opschieten|samenwerken|door een deur)|(?:overweg|opschieten|samenwerken|door een deur) met)`,
  `ik kan(?: \\w+)? met (?:\\w+ ){1,3}niet (?:\\w+ )?(?:overweg|opschieten|samenwerken|door een deur)`,
  `het (?:(?:botert|klikt|gaat|loopt)(?: \\w+)? (?:niet|slecht|mis|fout)|botst)(?: \\w+)? (?:tussen|met) (?:mij en )?(?:${colleague})`,
  `(?:problemen|probleem|gedoe|last|moeite|gezeik|gezeur|heibel) (?:\\w+ )?(?:met|van) (?:mijn|m n) (?:[a-z]+ )?(?:collega s|collega|teamgenoot|teamgenoten|leidinggevende|chef|baas|teamleider|manager|afdelingshoofd)`,
  `(?:mijn|m n|onze) (?:[a-z]+ )?(?:collega|teamgenoot|leidinggevende|chef|baas|teamleider|manager|afdelingshoofd) (?:is|doet|blijft)(?: \\w+){0,3} (?:gemeen|oneerlijk|onredelijk|onmogelijk|vervelend|onaardig|lomp|bot|lastig|boos(?: op (?:mij|me))?|kwaad(?: op (?:mij|me))?|eikel|klootzak|lul|trut|hufter)$`,
  `(?:fight|row|argument|arguing|conflict|problems?|trouble) with (?:my|our) (?:[a-z]+ )?(?:colleagues?|boss|manager|team|coworkers?)|(?:angry|mad|furious|upset) (?:at|with) (?:my|our) (?:[a-z]+ )?(?:colleagues?|boss|manager|team|coworkers?)|(?:hate|can t stand) my (?:boss|manager|colleagues?|coworkers?|team)`,
);

/** Heavy by these words alone, whatever stands around them. */
export const heavy = anyOf(
  '(?:zit|zat|ga|ben) (?:\\w+ ){0,3}(?:er|hier) ?(?:\\w+ ){0,2}doorheen|erdoorheen|er doorheen$',
  'zit (?:er|hier)(?: \\w+){0,2} doorheen',
  '(?:ga|gaat) (?:ik )?(?:er|hier) ?(?:\\w+ )?aan (?:onderdoor|kapot)|stort in$|ik stort (?:\\w+ )?in|ben ingestort|(?:op|van) instorten|ik breek$|ik bezwijk',
  'niet (?:meer |langer )?(?:vol ?(?:te )?houden|volhouden)|in tranen|op van de zenuwen|ik ga (?:hier )?kapot$|komt (?:\\w+ )?op (?:me|mij) af|(?:loop|zit) (?:ik )?(?:helemaal|compleet|volledig) vast$|end of my rope|giv(?:e|ing) up(?: on everything)?$|no hope',
  'ik weet het (?:\\w+ )?niet meer$|lukt (?:me|mij)(?: \\w+){0,2} niet meer$|ik wil niet meer$|ik kan niet meer verder|(?:diep |helemaal )?in de put|(?:eruit|er uit) (?:te )?stappen|ik stap (?:eruit|er uit)$',
  'trek (?:ik )?(?:het|dit|t|hem)( \\w+){0,2} niet',
  'ho?u?d? (?:het|dit|t)(?: \\w+){0,2} niet(?: meer)? vol|hou(?:d)? (?:het|dit|t)(?: \\w+){0,2} niet(?: meer)? (?:vol|uit)|niet(?: meer)? vol te houden',
  'ik kan (?:het|dit|t|alles|er)(?: \\w+){0,2} niet(?: meer)? (?:aan|tegen)',
  'ik kan er(?: \\w+){0,2} niet meer tegen',
  'kan (?:het|dit|t|alles|er)(?: \\w+)? niet(?: meer)? aan',
  'ik kan(?: \\w+)? niet meer$|ik kan niet meer (?:hoor|want|en)',
  'zie (?:het|t)(?: \\w+){0,2} niet(?: meer)? zitten|niet meer zitten',
  'ik red (?:het|t|dit)(?: \\w+)? niet(?: meer)?',
  '(?:het|t|dit|alles) (?:is|wordt|werd) (?:me|mij) (?:\\w+ )?te ?veel',
  '(?:op mijn|op m n) tandvlees|eind(?:e)? van mijn (?:latijn|krachten)',
  'verzuip (?:ik )?(?:hier|in (?:het|mijn|al het|dit|de)? ?(?:werk\\w*|mail\\w*))|ik verzuip$|ik verdrink in (?:het|mijn) werk',
  '(?:geen|zonder) (?:uitweg|uitkomst)|ten einde raad',
  '(?:heb|vind) (?:het|t|dit)( \\w+){0,2} (?:moeilijk|zwaar)$|ik heb (?:het|t) (?:\\w+ )?(?:moeilijk|zwaar)',
  '(?:can t|cannot|can not) (?:take (?:it|this)|cope|go on|do this|handle (?:it|this))(?: \\w+)*',
  '(?:i m|i am) (?:\\w+ )?(?:burn(?:ed|t) out|overwhelmed|breaking down|falling apart|depressed|desperate|hopeless)|(?:feel|feeling) (?:so )?(?:hopeless|desperate|depressed|overwhelmed)',
  'panic attack|mental breakdown|nervous breakdown',
);

/** Words that are heavy of oneself, and may be about something else in the register. */
export const heavyWords = anyOf(
  'burn ?outs?|huil|huilen|gehuild|huilend|huilbui(?:en)?|paniek|paniekaanval(?:len)?|paniekerig|panisch|overspannen|overwerkt|opgebrand|wanhop\\w*|hopeloos|radeloos|depressie(?:f|s)?|depri|ingestort',
);

const work =
  '(?:\\w*(?:werk\\w*|vergader\\w*|import\\w*|deadline\\w*|mail\\w*|formulier\\w*|mutatie\\w*|systeem|server|lijst\\w*|excel|overleg\\w*|check ?in\\w*|rapport\\w*|meeting\\w*|adres\\w*|dossier\\w*|update\\w*|computer|laptop|bag|bgt|woz|brk|koffie\\w*))';
/** A figure of speech, most likely. */
export const figure = anyOf(
  '(?:ga|gaat|gaan) (?:ik )?(?:\\w+ ){0,3}dood (?:van|aan|door|als)(?! (?:(?:de|het|mijn|al) )*(?:verdriet|ellende|pijn|eenzaamheid|angst|alles|leven|schuld\\w*))',
  '(?:ga|gaat) (?:ik )?(?:er|hier) ?aan dood',
  `(?:verveel|schaam|werk|erger|schrik|vergader|zweet|wacht) (?:me|mij|mezelf) (?:\\w+ )?(?:dood|kapot|rot|te pletter|een slag in de rondte)`,
  '(?:wordt|word|is) (?:nog (?:eens|een keer) )?mijn (?:dood|einde|ondergang)',
  `(?:hang|schiet|spring|knoop|gooi|verhang|smijt)\\b.* (?:als|wanneer|zodra|door|van)\\b.* ${work}`,
  '(?:ik word|word ik|maakt (?:me|mij))(?: \\w+){0,3} (?:\\w*gek|gestoord|horendol|krankzinnig)|word (?:ik )?(?:hier|er|daar)(?: \\w+)? niet goed van',
  'schiet (?:me|mij) maar (?:lek|dood|af)|maak (?:me|mij) maar (?:af|dood)',
  '(?:kan|wil|zou|ga) (?:hem|haar|ze|hen|iemand|die \\w+) (?:\\w+ ){0,2}(?:vermoorden|wurgen|afmaken)|ik (?:vermoord|wurg) (?:hem|haar|ze|iemand|die|mijn)\\b.*',
  '(?:is|are|s) killing me|bored to death|(?:dying|die) of (?:boredom|work|shame|embarrassment|stress|laughter)|(?:work|working) myself to death|drives? me (?:crazy|insane|nuts)|driving me (?:crazy|insane|nuts)',
);

const spent =
  '(?:moe|moei?g|doodmoe|dood moe|bekaf|dood ?op|doodop|kapot|uitgeput|afgepeigerd|gesloopt|gaar|leeg|uitgeblust|futloos|lusteloos|opgebrand)';
const goingOn =
  '(?= (?:van|en|want|omdat|maar|door|hoor|vandaag|nu|weer|na|deze|die|al|de laatste|help)\\b|$)';
/** Tired, or wanting to leave. */
export const tired = anyOf(
  `(?:ik ben|ben ik|ik voel (?:me|mij)|ik raak|ik zit)(?: \\w+){0,3} ${spent}${goingOn}`,
  `^(?:heel |erg |zo |echt |best )?(?:moe|doodmoe|uitgeput|bekaf|doodop)$`,
  'ik ben (?:helemaal |echt |compleet |gewoon )?op$',
  '(?:ik )?slaap (?:\\w+ ){0,3}(?:slecht|niet|nauwelijks|bijna niet)|ik kan(?: \\w+)? niet slapen|lig (?:\\w+ )?wakker',
  '(?:geen|weinig|nul) (?:energie|puf|fut)',
  'ik wil (?:hier|het liefst hier)?(?: \\w+)? ?weg(?: bij (?:de|deze|het|dit|mijn) (?:gemeente|team|afdeling|organisatie|werk|baas|club))?$',
  'ik wil (?:hier )?(?:\\w+ )?weg (?:bij|uit|van) (?:de gemeente|deze gemeente|hier|(?:dit|het|mijn) (?:team|werk)|deze (?:afdeling|organisatie)|mijn (?:afdeling|baan))',
  'ik\\b.* ontslag (?:te )?(?:nemen|vragen|indienen|aanvragen|aan te vragen|in te dienen)|wil hier (?:\\w+ )?niet meer (?:werken|zijn|blijven)|ik\\b.* (?:weg ?(?:te )?gaan|vertrekken|vertrek) (?:bij|uit) (?:de|deze|mijn|dit|het) (?:gemeente|afdeling|organisatie|team|werk)|ik heb het (?:\\w+ )?gehad$|(?:kom|krijg) (?:ik )?(?:\\w+ )?(?:mijn|m n) bed niet uit|ga (?:ik )?weg bij (?:de|deze|mijn) (?:gemeente|afdeling|organisatie)|eraan om te (?:vertrekken|stoppen)$|(?:geen|weinig) motivatie|thinking (?:of|about) (?:quitting|leaving)|hate (?:my job|this job|it here)',
  'ik (?:wil|ga|neem|overweeg|vraag)(?: \\w+){0,2} ontslag(?: (?:nemen|vragen|in dienen|indienen|aan|aanvragen))?$|ik ga (?:mijn )?ontslag\\b.*|ontslag (?:nemen|indienen)$',
  '(?:zoek|wil|zoeken naar) (?:\\w+ )?(?:een |naar een )?(?:andere|nieuwe) (?:baan|functie|werkgever)(?= (?:want|omdat|en|buiten|bij|zoeken|vinden)\\b|$)',
  'ik (?:wil|ga)(?: \\w+)? (?:stoppen|ophouden) (?:met werken|met (?:dit|mijn|het) (?:werk|baan)|bij de gemeente|hier)|ik hou(?:d)? (?:ermee|er mee) op$|ik kap ermee|ik stop (?:ermee|er mee)$|ik stap (?:op|eruit)$',
  'ik (?:heb|had)(?: \\w+)? er(?: \\w+){0,2} genoeg van|ik ben (?:het|t)(?: \\w+)? (?:zat|beu)|ik ben er(?: \\w+){0,2} klaar mee|ik ben hier(?: \\w+){0,2} klaar mee|strontzat|ik heb er geen zin meer in',
  '(?:ik )?(?:haat|verafschuw|heb een hekel aan|baal van) (?:echt )?(?:mijn|m n|dit|het) (?:[a-z]+ )?(?:werk|baan|job|functie)(?: hier)?$|ik haat het hier$|ik (?:vind|heb) (?:mijn|m n|dit|het) (?:werk|baan) (?:\\w+ )?(?:niet (?:meer )?leuk|verschrikkelijk|vreselijk|stom|haat)$|geen plezier (?:meer )?in (?:mijn|m n|het|dit) werk',
  '(?:geen|nul) zin meer(?: in (?:mijn|dit|het|m n) werk| om te werken)?$',
  '(?:i m|i am|feeling|i feel) (?:\\w+ )?(?:tired|exhausted|worn out|drained|fed up)$|(?:i m|i am) (?:so |very |really )?(?:tired|exhausted|drained)(?: of (?:this|my|work\\w*|it)\\b.*)?$',
  '(?:want to|going to|wanna|will|i) (?:quit|resign)(?: (?:my|this) (?:job|work))?$|leave my job|(?:want|need|looking for|find) a (?:new|different|another) job|hand in my notice',
);

const dear =
  '(?:(?:schoon|stief|pleeg|klein|groot)?(?:moeder|vader|zoon|dochter|ouders?|kind(?:eren)?)|ma|pa|mama|papa|man|vrouw|partner|vriend|vriendin|broer|zus|zusje|broertje|oma|opa|oom|tante|neef|nicht|baby|kindje|kleinkind|collega|hond|kat|poes|mother|mom|mum|father|dad|brother|sister|son|daughter|wife|husband|grandma|grandpa|grandmother|grandfather|friend|dog|cat|colleague|partner)';
/** Somebody dear to the writer died or is about to. */
export const grief = anyOf(
  `(?:mijn|m n|onze|ons) (?:\\w+ )?${dear}\\b(?: \\w+){0,4} (?:overleden|gestorven|dood(?! (?:wil|gaan|wensen|moe|op))|doodgegaan|overlijdt|er niet meer|weggevallen|verongelukt|heengegaan|ingeslapen|op sterven|terminaal|ongeneeslijk(?: ziek)?)`,
  `(?:mijn|m n|onze) ${dear} (?:is|zijn) (?:\\w+ ){0,2}(?:overleden|gestorven|dood(?! (?:moe|op))|doodgegaan)`,
  `(?:mijn|m n|onze) ${dear} (?:heeft|hebben) (?:\\w+ )?(?:kanker|alzheimer|niet lang meer)`,
  `(?:heb|hebben|ben|zijn) (?:\\w+ ){0,3}(?:mijn|m n|onze|ons) (?:\\w+ )?${dear} (?:\\w+ ){0,2}(?:verloren|kwijt)`,
  `(?:verlies|overlijden|dood|begrafenis|crematie|uitvaart) van (?:mijn|m n|onze) ${dear}`,
  '(?:in de|in) rouw\\b|ik rouw|rouwverlof|miskraam|stilgeboren|doodgeboren',
  `my ${dear} (?:\\w+ ){0,2}(?:died|passed away|is dead|is dying|has cancer)|(?:lost my) ${dear}|grieving`,
);

const low =
  '(?:slecht|rot|klote|kut|ellendig|beroerd|vreselijk|verschrikkelijk|zwaar|somber|verdrietig|eenzaam|bang|angstig|gestresst?|gespannen|niet (?:zo |echt |heel )?(?:goed|lekker|fijn|ok|oke)|terrible|awful|horrible|bad|down|low|(?:not|n t) (?:so |very |feeling )?(?:ok|okay|well|good|fine|great)|sad|lonely|scared|anxious|stressed)';
/** Words that may be about anything, said of oneself: "ik ben bang dat de BAG niet klopt" is no fear. */
export const soft = anyOf(
  `(?:ik (?:ben|voel (?:me|mij)|zit|word|raak)|(?:ben|voel|zit) ik|(?:het|t) gaat|gaat het|i m|i am|i feel|it s going)(?: (?!hoe\\b|of\\b)\\w+){0,4} ${low}(?! (?:dat|op|voor|met (?:de|het|een|deze|dit|die|onze|bag|bgt|woz|brk))\\b)`,
  'heb(?: \\w+){0,3} (?:stress|angst\\w*|verdriet|heimwee)(?! op)|(?:rot|klote|kut)(?:dag|week|gevoel)|een (?:rot|klote|kut|ellendige|vreselijke) (?:dag|week)',
);
export const oneself = /\b(ik|me|mij|mezelf|i|myself|(het|t) gaat)\b/;
