/**
 * Names that are also words. Alone they count as a name only when written with a capital: the
 * patient is Walker, the device is a walker.
 */
export const wordLikeNames: ReadonlySet<string> = new Set(
  (
    'april art august autumn back baker ball banks barber bell best bill bishop black bloom blue ' +
    'bond bones bowman brown burns bush butler buck case cash chance chase church clay close cook ' +
    'cooper cope cross curry dale day dean drew early english farmer faith field fields fish fisher ' +
    'fite foot ford forest fox frank french gage gay gene glass gold good grace grant gray green grey ' +
    'guy hand hands hardy head heart hill holiday holland hope house hunt hunter ice ivy jack joy ' +
    'june just keen key king knight lamb lance lane law light line little long love low major mark ' +
    'mason may miles miller moody moon more nail neck noble north olive page pain painter parish ' +
    'park parker pat patience pearl penny piece pine pitt pool pope porter post potter power price ' +
    'pride prince queen ray reed rich rivers rob robin rock rose ross rush sage sales sands savage ' +
    'sharp shepherd short singer small smart snow south spine spring stark steel stone street strong ' +
    'sue summer swift taylor temple tucker turner union vance vein violet wade walker wall ward waters ' +
    'way weaver wells west white wild will wills winter wise wood woods work worth wrist young'
  ).split(' '),
)

/** Names so much like small words that alone, without title or other name, they mean nothing. */
export const smallWords: ReadonlySet<string> = new Set(
  'a an as at be by do go he in is it me my no of on or so to up us we am are for had has her him his'
    .concat(' its may not per she the was who and but can did our out see two use')
    .split(' '),
)

/** Words that name a kind of company, not a company. */
export const companyWords: ReadonlySet<string> = new Set(
  (
    'administration administrators advanced allied america american associated associates bay ' +
    'california care center central city claim claims clinic coast co company comp compensation co-op ' +
    'cooperative corp corporation county department district east employers enterprises farms federal ' +
    'first fund general global group health healthcare hospital imaging inc incorporated indemnity ' +
    'independent industries industrial institute insurance international llc llp ltd management medical ' +
    'medicine mutual national north northern of office orthopedic orthopedics orthopaedic orthopaedics pacific packing pain ' +
    'partners pc physical physicians premier professional rehabilitation review risk school service ' +
    'services sierra solutions south southern spine sports state stores surgery systems the therapy ' +
    'transport transportation trust unified united university us usa utilization valley west western ' +
    'wide workers works'
  ).split(' '),
)

/** Everyday forms of given names, in English and Spanish. */
export const nicknames: Readonly<Record<string, readonly string[]>> = {
  alejandro: ['Alex', 'Alejo'],
  alexander: ['Alex'],
  alexandra: ['Alex', 'Sandra'],
  andrew: ['Andy', 'Drew'],
  anthony: ['Tony'],
  antonio: ['Tony', 'Tono'],
  barbara: ['Barb'],
  benjamin: ['Ben'],
  catherine: ['Cathy', 'Kate', 'Katie'],
  charles: ['Charlie', 'Chuck'],
  christina: ['Chris', 'Tina'],
  christopher: ['Chris'],
  daniel: ['Dan', 'Danny'],
  david: ['Dave'],
  deborah: ['Debbie', 'Deb'],
  donald: ['Don', 'Donny'],
  edward: ['Ed', 'Eddie', 'Ted'],
  elizabeth: ['Liz', 'Beth', 'Betty', 'Eliza'],
  enrique: ['Kike', 'Quique'],
  francisco: ['Frank', 'Paco', 'Pancho', 'Cisco'],
  guadalupe: ['Lupe'],
  guillermo: ['Memo'],
  ignacio: ['Nacho'],
  isabel: ['Chabela', 'Isa'],
  james: ['Jim', 'Jimmy', 'Jamie'],
  jennifer: ['Jen', 'Jenny'],
  jesus: ['Chuy'],
  john: ['Jack', 'Johnny'],
  jose: ['Pepe'],
  joseph: ['Joe', 'Joey'],
  katherine: ['Kathy', 'Kate', 'Katie'],
  kenneth: ['Ken', 'Kenny'],
  lawrence: ['Larry'],
  margaret: ['Maggie', 'Meg', 'Peggy'],
  matthew: ['Matt'],
  michael: ['Mike', 'Mickey'],
  nicholas: ['Nick'],
  patricia: ['Pat', 'Patty', 'Trish'],
  patrick: ['Pat', 'Paddy'],
  peter: ['Pete'],
  rebecca: ['Becky'],
  richard: ['Rick', 'Rich', 'Dick'],
  robert: ['Bob', 'Bobby', 'Rob'],
  ronald: ['Ron', 'Ronnie'],
  samuel: ['Sam'],
  stephen: ['Steve'],
  steven: ['Steve'],
  susan: ['Sue', 'Susie'],
  theodore: ['Ted', 'Teddy'],
  thomas: ['Tom', 'Tommy'],
  timothy: ['Tim'],
  victoria: ['Vicky'],
  william: ['Bill', 'Billy', 'Will'],
}
