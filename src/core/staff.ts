/** Who works where in St Turing, and what they say when they have nothing to ask of you. All people are invented. */

export interface DepartmentWords {
  id: string
  name: string
  /** One sentence for the list and for a screen reader. */
  about: string
}

export interface StaffMember {
  id: string
  name: string
  role: string
  department: string
  room: string
  /** Line by line: never empty. */
  greeting: readonly string[]
  /** What they say instead once a quest has put them in a state. */
  greetingIn?: Readonly<Record<string, readonly string[]>>
}

export const DEPARTMENTS: readonly DepartmentWords[] = [
  { id: 'reception', name: 'Reception', about: 'Where everyone arrives: a wide desk, a warm light, and somebody who knows the way.' },
  { id: 'medical-wards', name: 'Medical wards', about: 'Beds, the discharge desk, and the revolving door through which too many people come back.' },
  { id: 'eye-clinic', name: 'Eye clinic', about: 'Cameras that photograph the back of the eye, and people who read what they see.' },
  { id: 'radiology', name: 'Radiology', about: 'Films and scans in the half-dark, more of them each morning than one pair of eyes can read.' },
  { id: 'outpatients', name: 'Outpatients', about: 'Appointments all day long, kept, moved and missed.' },
  { id: 'orders-desk', name: 'Orders desk', about: 'Where a treatment waits until somebody has agreed to pay for it.' },
  { id: 'library', name: 'Library', about: 'Guidelines, journals, and the quiet needed to find the right page.' },
  { id: 'integration-room', name: 'Integration room', about: 'Where every system of the house sends its messages, and most of them arrive.' },
  { id: 'privacy-office', name: 'Privacy office', about: 'Keeps what patients tell us where it belongs.' },
  { id: 'board-room', name: 'Board room', about: 'A long table where the house decides what it will answer for.' },
  { id: 'corridor', name: 'Corridor', about: 'Coloured lines on the floor, and the quickest news in the building.' },
  { id: 'garden', name: 'Garden', about: 'Benches, bees and fresh air for patients, visitors and tired staff.' },
  { id: 'street', name: 'Street', about: 'The ambulance bay, the bus stop, and the town beyond.' },
]

export const DEPARTMENT_IDS: ReadonlySet<string> = new Set(DEPARTMENTS.map(({ id }) => id))

export const STAFF: readonly StaffMember[] = [
  {
    id: 'rosa-lind', name: 'Rosa Lind', role: 'Receptionist', department: 'reception', room: 'front-desk',
    greeting: [
      'Welcome to St Turing! I know every face that comes through this door, and some come through it far too often.',
      "Follow a coloured line on the floor and you cannot get lost. Where you see a mark over somebody's head, that is a person who could use your help.",
    ],
  },
  {
    id: 'joan-malik', name: 'Sister Joan Malik', role: 'Discharge coordinator', department: 'medical-wards', room: 'discharge-desk',
    greeting: [
      'Good, you are here. Have you seen that door? Some of our people go home on Monday and are back by Friday.',
      'I have two nurses who can ring and visit. I need to know who to send them to.',
    ],
    greetingIn: { tablet: ['Hear that? The door is quieter. A short list at half past eight, and we ring the right people.'] },
  },
  {
    id: 'sam-okafor', name: 'Sam Okafor', role: 'Transitional-care nurse', department: 'medical-wards', room: 'discharge-desk',
    greeting: [
      'I ring people the day after they go home. You would be surprised how often the tablets are still in the bag.',
      'With two of us, we can follow one discharge in five. Choosing well is everything.',
    ],
    greetingIn: { tablet: ['Twenty names this morning, and for once I know why each of them is on the list.'] },
  },
  {
    id: 'mei-tan', name: 'Mei Tan', role: 'Transitional-care nurse', department: 'medical-wards', room: 'discharge-desk',
    greeting: [
      'Most of what goes wrong after discharge is small: a tablet missed, a letter unread, nobody at home.',
      'A kind call takes a quarter of an hour, and I would not want it any shorter. Sister Malik is looking for somebody who is good with data.',
    ],
    greetingIn: { tablet: ['The list is short enough to finish, so I finish it. That is new.'] },
  },
  {
    id: 'ngozi-adler', name: 'Dr Ngozi Adler', role: 'Ophthalmology lead', department: 'eye-clinic', room: 'reading-room',
    greeting: [
      'Mind the step, the lights are low in here. We photograph the back of the eye, and every picture is a small sunrise.',
      'That orange disc is the inside of a living eye. You can see diabetes in it years before the patient sees anything at all.',
    ],
    greetingIn: { 'at-ease': ['Hear how quiet it is? People get their answer within a week, and every grey picture has a name on it. I had lunch today, sitting down.'] },
  },
  {
    id: 'ines-falk', name: 'Dr Ines Falk', role: 'Duty radiologist', department: 'radiology', room: 'reading-room',
    greeting: ['Four hundred films a night and one of me. They come in the order they were taken, never in the order they matter.'],
    greetingIn: { coffee: ['Taste this. It is hot. Do you know how long it is since I had a hot coffee at three in the morning?', 'The pile sorts itself, and its bottom comes up by itself too. I like the second thing more than the first.'] },
  },
  {
    id: 'priya-anand', name: 'Priya Anand', role: 'Outpatient manager', department: 'outpatients', room: 'booking-desk',
    greeting: ['An empty chair in clinic is somebody who could not come. People miss appointments for reasons; I try to learn them.'],
    greetingIn: { 'calm-hall': ['Twenty past eight, and the bus is over the bridge. Mrs Bello was in and out in half an hour. She asked me what I had done. I said: asked why.'] },
  },
  {
    id: 'marisol-quint', name: 'Marisol Quint', role: 'Prior-authorisation nurse', department: 'orders-desk', room: 'order-desk',
    greeting: ['Before some treatments begin, an insurer must agree. My day is forms, telephones and patience. Sit, there is tea.'],
    greetingIn: { 'quiet-fax': ['Hear the fax machine? Neither do I. The screen answers while the doctor signs, and I have time to argue about the three that matter.'] },
  },
  {
    id: 'abel-osei', name: 'Abel Osei', role: 'Clinical librarian', department: 'library', room: 'reading-table',
    greeting: ['Ask me anything, as long as you also ask me where it says so. A good answer has a page number.'],
    greetingIn: { 'steady-lamp': ['See the lamp? It burns steadily now. People ask, they read the page, and when the shelf does not know, a bell rings and I get up.'] },
  },
  {
    id: 'tobias-wren', name: 'Tobias Wren', role: 'Interface analyst', department: 'integration-room', room: 'server-racks',
    greeting: [
      'Every message in this hospital passes through this room. When it is quiet, I worry.',
      'That humming is the laboratory talking to the wards: two systems, two names for the same blood test. I translate.',
    ],
    greetingIn: { calm: ['Quiet down here today, and for once that is good news. Tea? It is still hot.'] },
  },
  {
    id: 'petra-holm', name: 'Petra Holm', role: 'Privacy officer', department: 'privacy-office', room: 'records-desk',
    greeting: [
      'People tell us things they tell nobody else. My work is to deserve that.',
      'Everything you see in this building is training data, and I still lock the drawer. It is a good habit.',
    ],
    greetingIn: { calm: ['I slept. All night. The parcel is at the university, and nobody in it can be found.'] },
  },
  {
    id: 'thandi-moyo', name: 'Thandi Moyo', role: 'Non-executive chair', department: 'board-room', room: 'long-table',
    greeting: ['The board asks simple questions of any new idea. Who does it help? Who could it hurt? And who will notice when it stops working?'],
    greetingIn: { answered: ['Twelve months, twelve minutes, and I can read every one of them aloud. I have answered the letter in my drawer. Sit a while. You have earned the chair by the window.'] },
  },
  {
    id: 'bo-larsen', name: 'Bo Larsen', role: 'Porter', department: 'corridor', room: 'corridor',
    greeting: ['Careful, bed coming through! Nine kilometres before lunch, and I know every squeaky wheel by name.'],
  },
  {
    id: 'edith-moore', name: 'Edith Moore', role: 'Patient', department: 'garden', room: 'bench',
    greeting: [
      'They say I may go home tomorrow. It is lovely out here, and nobody takes my temperature.',
      'You have a kind face. Do you work on the wards?',
    ],
  },
  {
    id: 'dev-rana', name: 'Dev Rana', role: 'Paramedic', department: 'street', room: 'ambulance-bay',
    greeting: ['Quiet minute. I like to check the stretcher when nobody needs it. Go on in, Rosa is at the desk.'],
  },
]
