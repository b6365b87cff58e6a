/**
 * Words that the screen for pupils' names knows (R40). Folded to lower case without accents. Names common in English schools; the list
 * need not be complete, because other names are found by what stands around them.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.match(/\S+/g));

/** First names that mean nothing else: one of them, capitalised and outside an organisation's name, is taken for a person. */
export const firstNames = words(`
  aaliyah aaron abdul abdullah abigail adam adele adrian aiden aidan aimee aisha aiza alan albert albie alejandro alex alexander alexandra alexis
  alfie alfred alice alicia alina alisha alison amelia amelie amina aminah amir amy ana anastasia andrea andrei andrew angela anita anna
  annabel annabelle anne annie anthony antonia antonio archie aria arjun arlo arthur ava ayaan ayesha ayla aylah bailey barnaby beatrice
  becky bella ben benjamin bethany bethan billy blake bobby bogdan bradley brandon brian bridget brooke caitlin callum cameron
  camilla caroline carla carlos carol catherine charles charlie charlotte chantelle chidi chloe chris christian christina christine christopher
  ciara claire clara colin connor conor corey courtney daniel daniela danielle danny daphne darcey darcie darren dave david deborah declan
  denise denzel derek dexter diana dominic donna dylan edith edward eleanor elena eliza elijah elizabeth ella ellen ellie elliot elliott
  ellis elodie eloise elsie emilia emily emma emmanuel emre eric erica erin esme esther ethan eva evan evelyn evie ewan ezra fatima
  fatimah felicity felix femi filip finlay finley finn fiona florin frances francesca francis frankie freddie frederick freya gabriel
  gabriela gabriella gareth gavin gemma geoffrey george georgie georgina gethin gracie graham gregory gurpreet gwen habiba hamza hannah
  harley harriet harrison harry harvey hasan hassan hayley heidi helen helena henry hollie hugo hussain ibrahim ian idris imani imogen
  inaya ines ioan ioana isaac isabel isabella isabelle isha isla ismail ivan jack jackson jacob jacqueline jaden jake jakub james jamie jamal jana
  jane janet jason jayden jaxon jeffrey jenna jennifer jenny jeremy jess jessica jessie jim jimmy joanna joanne jodie joe joel john johnny
  jonathan joseph josephine joshua julia julian julie juliette justin kacper kai kaleb kamal karen kareem karl kate katherine kathleen
  kathryn katie katy kayden kayla kayleigh keira keith kelly kenneth kenzie kerry kevin khadija kiera kieran kian kimberley kofi kwame kyle
  lacey lara laura lauren layla leah leanne leon leona leonard leo lewis lexi liam libby lila lillian lilly linda lisa lizzie logan
  lorraine louie louis louisa louise luca lucas lucia lucy luis luka lukasz luke lydia lyra mabel maddison madeleine madison maddie maisie malachi
  marcel marcus margaret maria mariam marianne marie marina mario martha martyn maryam mateo mateusz matilda matthew maximilian maya megan
  mehmet melanie melissa mia michael michaela michal michelle miguel mikey mila millie milly mohamed mohammad mohammed molly monika
  morgan muhammad musa myles nadia naomi natalia natalie natasha nathan nathaniel neil nevaeh niamh nicholas nicola nicole nikita nina noah noor
  nora oliver olivia oluwaseun omar orla oskar owen paige pamela patricia patrick patryk paul paula pauline peter phillip phoebe pippa
  polly priya quentin rachel rafael rahul raj rajesh raymond rebecca reggie reuben rhian rhys ricardo richard ricky robert roman roisin
  ronald ronnie rory rosalind rosie rowan roxanne rupert ryan sadie saffron sally sam samantha samir samuel sandra sanjay sara sarah
  sasha scarlett sean sebastian sergei seth shane shannon sharon shauna shaun sienna simon simone sofia sonia sophia sophie stacey
  stefan stella stephanie stephen steven stuart susan suzanne szymon tahlia tamara tanya tara tariq teddy teresa thea theo theodore
  theresa thomas tia tiffany tiago tilly timothy tobias toby tomasz toni tracey tristan tyler umar valentina vanessa veronica vicky vijay
  vincent wendy wesley wiktor wilfred william wojciech xander yasmin yusuf yvonne zac zach zachary zahra zainab zak zara zoe zofia zuzanna
  abbie abi agnes aleksander aleksandra alana alannah allan alma amanda amara amit ammar anaya andreea angus anil anisa antoni arabella aryan audrey ayse
  barbara barry beatrix benedict bernadette bernard beth bilal blessing bradleigh brendan bronwyn bryony caleb callie carly carole carolyn cassidy catrin
  cerys chanel chantal chukwuemeka clarissa clive cody cora cristian cristina damian damien darius deepak denis dennis deniz diane dimitri dmitri donald
  doreen dorothy douglas duncan dwayne ebony eileen elaine emeka emil emmett enzo eoin esmae estelle eugene eugenia ezekiel farah fergus
  filippo fraser fred frederic gabe gary geraldine gerald gerard gillian glenn gordon graeme greta haleema haroon harri hector henrietta hubert
  hugh huda humza ifeoma igor ilyas iman ingrid irina isaiah ismael issac ivana jasper javier jayne jeanette jemima jerome jermaine jill joan jodi
  jonah jonas jordanna jorge josie joyce juan judith jude julianna kamil kamila karolina kathy kellie keziah kirsten kirsty kristian kristina krystian
  kyra lamar larissa laurence lawrence leila lena lennox leroy levi lewie lina lindsay lindsey lola lorenzo lorna luciana lucinda lynda lynn lynne
  magda magdalena mahmoud malcolm malik mandy manuel marek mariah mariana marilyn marion marjorie marlon martin mattie maureen maurice maxwell
  meghan mehdi milan milo milosz miriam mohamad moira mollie monica monique moses mustafa myra nabil naima nancy naveed nella nelly nia nigel nikhil
  nikola norman olaf oleksandr olena olga oliwia oluwatobi ottilie oyinkansola padraig parveen penelope percy petra pete rachael rafal ralph ramona
  rania raphael rashid raven rayyan rhea rhiannon rita roger roland romeo ronan roy russell ruairi ruben sabrina safiya saira salma samina sana sandeep
  santiago sergio shabana shanice shaquille sheila shelley shirley sian silas simran sinead siobhan sofija soraya stanislaw stefania sunita sunil
  sumaya sylvia tamsin teagan terence terri terry tessa thalia tina tobi todd tomas trevor tristram ursula valerie vera verity viktor
  viktoria vikram vivian vivienne walter warren wayne wilf winifred winston yara yahya yolanda yousef youssef yuliia zaynab zeeshan zeynep tracy
`);

/** First names that are also words, places or months: they count only where something else speaks of a person. */
export const doubtfulFirstNames = words(`
  amber angel april ariel art ash asher ashley ashton aurora austin autumn bill bob brook carter chase chelsea chester cooper crystal
  daisy dale dawn dean destiny drew ernest eve faith fern flora florence frank georgia glen grace grant guy hazel heath heather holly hope
  hunter iris ivy jade jasmine jay jordan josh joy june kit lance lee lily lincoln margot mark mason max may melody mercy miles mary nick olive
  oscar page paris parker pat pearl penny piper poppy preston ray reed rich river rob robin rose ruby ruth ryder sage sandy scott sky skye
  skyler spencer stanley sue summer sunny sydney taylor tom tony trinity victor victoria violet wade will willow winter wren
`);

/** Common surnames that are not also common words or places of the county. Beside any first name they make a person. */
export const surnames = words(`
  adams ahmed akhtar ali allen anderson andrews armstrong atkinson bailey barker barnes bennett begum brown campbell carr chapman clark clarke
  collins cox davies davis dixon edwards ellis evans fletcher gibson graham griffiths hall harris harrison harvey hassan henderson holmes
  howard hughes hunt hussain ibrahim jackson jenkins johnson jones kaur kelly khan kowalski lawrence lewis lloyd macdonald malik marshall
  matthews mcdonald mensah miah mills mitchell mohamed morgan morris murphy murray nguyen nowak o'brien o'connor okafor okoro palmer
  parsons patel pearson phillips powell pritchard reid reynolds richards richardson roberts robertson robinson rogers russell saunders
  abbott aziz baxter begley bentley berry bhatti bibi bradley brooks bryant burgess burke burns byrne cameron carroll charlton chaudhry clayton coleman connolly
  cooke cunningham curtis dawson dean doherty douglas doyle duffy duncan dunn elliott farrell ferguson fitzgerald foster fraser freeman gallagher gardiner
  garner gilbert gill gordon graham haines hardy hargreaves hart hawkins hayes haynes hewitt hicks higgins hobbs hodgson hopkins houghton howe howell
  hudson humphreys hurst iqbal jarvis jennings jordan joyce kane kennedy knowles lambert lawson leonard lyons mahmood marsden mccarthy mclean mistry
  moore moran morley mustafa naylor newman nicholls nicholson norris o'neill o'sullivan oconnor osborne owen parkes parry pearce perkins perry pollard
  potts pugh quinn rahman randall rashid rees rhodes riley rose russo ryan sanders schofield sheikh sheppard siddiqui simms sinclair skinner slater steele
  stone sutton swift talbot townsend tucker uddin vaughan walker walsh walters walton warner weston wheeler whitehead wilkins willis winter wong woodward wyatt yates
  scott shah sharma shaw simmons simpson singh smith stevens stevenson stewart sullivan taylor thomas thompson thomson turner
  wallace watson watts webb wilkinson williams williamson wilson wright young
`);

/** What stands before a name that is not a pupil's: saints, crowns and grown-ups with a title. */
export const titles = words(
  'st saint sir dame lord lady king queen prince princess mr mrs ms miss mx dr prof professor rev revd reverend father cllr councillor judge',
);

/** The noun at the end of an organisation's or a place's name: 'William Barnes Primary School', "Jamie's Farm", 'George Street'. */
export const organisationNouns = words(`
  school schools academy academies college centre center trust ltd limited cic cio llp plc farm hub foundation house primary infant infants junior
  middle upper grammar nursery preschool church chapel project workshop studio studios stables equestrian gym boxing garage motors club
  council hall cottage lodge building wing block unit street road lane avenue close drive way square crescent terrace hill park court
  gardens award awards fund charity hospital clinic surgery library museum theatre associates partnership group federation cofe memorial
  co company collective institute university society arena barn barns forge yard mill kitchen cafe bakery
`);

/** Nouns that end an organisation's name too, but after a possessive are a person's ("Jack's education"). */
export const serviceNouns = words(
  'education learning training tuition tutors tutoring therapy therapies services service provision community first high catholic outdoors outreach',
);

/** Capitalised words of ordinary text that are nobody's name, so that 'Key Stage' or 'Forest School' before 'Year 9' is not a pupil. */
export const plainWords = words(`
  a an and as at by for from in into of on or per the to with without is are was has have will would can could should may must this that these those
  his her their our your my we they he she it who all any each every some no not only also both either one two three four five new
  academic access accredited based development personal studies beauty technology maintenance stronger theme enterprise awareness digital media visual sports leadership hospitality tourism agriculture conservation citizenship philosophy computing activity activities additional adult after age ages alternative animal annual anxiety apprenticeship approved april art
  arts asdan assessment assistant attendance attached august autism autumn award baseline basic before behaviour blandford block boxing bridport
  btec building business call care career careers case catering centre certificate check child children christchurch coaching college
  commissioner community complex confirmed construction contact council counselling county course creative culinary curriculum daily date day
  days december diploma direct dorchester dorset drama dyslexia early education educational ehcp elsa emotional employability engagement
  engineering english enrichment entry equine evening exam exams fast february ferndown fire first fishing food football forest framework friday
  full functional funding further gcse general geography gillingham girls boys graduated group hair half hair head health healthy high higher history
  home horse horticulture hospital hour hours humanities inclusion individual initial insight intensive intervention island january july june junior
  keep key land language learner learners learning lego level life literacy local long looked maiden maintained maths mathematics manager march maximum
  mechanics medical meeting mental mentor mentoring middle minimum monday monthly morning mornings motor music national need needs neet new next
  north november nurture october off offer office ofsted online open order outcome outcomes outdoor outreach parent parents part pastoral physical
  placement plan please poole portland post practical pre premium preparation primary programme progress project provider provision psychology
  public pupil pupils purbeck qualification quality reading reengagement referral register reintegration request review road room rural safe
  saturday science secondary self senco send senior september service session sessions severe shaftesbury sherborne short skills small social south
  east west special specialist speech sport sports spring staff stage start step student students summer sunday support swanage taster teacher
  teaching team teams term therapeutic therapy thursday timetable trade training transition transport travel trip tuesday tuition tutor tutoring
  upper user value vehicle virtual visit vocational wareham wednesday week weekly well wellbeing weymouth wimborne woodland work workshop
  year years young youth zone
  autistic adhd asc asd semh ebsa slcn mld sld pd hi vi ks1 ks2 ks3 ks4 ks5 dsl lado qa la lea sen vat nhs dfe camhs
`);
