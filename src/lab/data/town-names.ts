/** Names of the town, by the language spoken at home. Common given and family names put together by chance: nobody is meant. */

export interface NamePool {
  language: string
  /** Share of households. */
  weight: number
  women: readonly string[]
  men: readonly string[]
  families: readonly string[]
}

export const NAME_POOLS: readonly NamePool[] = [
  {
    language: 'English', weight: 60,
    women: ['Ada', 'Alice', 'Beryl', 'Bridget', 'Carol', 'Dawn', 'Doreen', 'Edna', 'Elsie', 'Fern', 'Gillian', 'Hazel', 'Iris', 'Ivy', 'Janet', 'Joy', 'Kay', 'Lorna', 'Mabel', 'Maeve', 'Nora', 'Olive', 'Pauline', 'Pearl', 'Rhona', 'Sheila', 'Stella', 'Tess', 'Una', 'Wendy'],
    men: ['Alan', 'Albert', 'Angus', 'Arthur', 'Barry', 'Cecil', 'Clive', 'Colin', 'Derek', 'Desmond', 'Ernest', 'Fergus', 'Frank', 'Glyn', 'Gordon', 'Harold', 'Hugh', 'Ivor', 'Keith', 'Leonard', 'Malcolm', 'Neville', 'Norman', 'Owen', 'Ralph', 'Reg', 'Roy', 'Stanley', 'Trevor', 'Walter'],
    families: ['Ashdown', 'Barlow', 'Bramble', 'Carver', 'Coombe', 'Dunmore', 'Ellwood', 'Fairley', 'Garrick', 'Hartley', 'Haywood', 'Ingram', 'Kemble', 'Larkin', 'Lowther', 'Marsden', 'Nettleton', 'Oakes', 'Penrose', 'Pryce', 'Quigley', 'Rowntree', 'Selwyn', 'Tansley', 'Thorne', 'Underhill', 'Vickers', 'Wakeley', 'Whitlock', 'Yardley'],
  },
  {
    language: 'Polish', weight: 6,
    women: ['Agnieszka', 'Danuta', 'Ewa', 'Halina', 'Irena', 'Jadwiga', 'Krystyna', 'Magda'],
    men: ['Andrzej', 'Bogdan', 'Henryk', 'Jacek', 'Kazimierz', 'Marek', 'Piotr', 'Zbigniew'],
    families: ['Baran', 'Dudek', 'Gajda', 'Kalina', 'Lis', 'Mazur', 'Sikora', 'Wrona'],
  },
  {
    language: 'Urdu', weight: 6,
    women: ['Amina', 'Farah', 'Nasreen', 'Parveen', 'Rukhsana', 'Saima', 'Shabana', 'Zubaida'],
    men: ['Adeel', 'Faisal', 'Hamid', 'Imran', 'Javed', 'Nadeem', 'Tariq', 'Yusuf'],
    families: ['Akhtar', 'Baig', 'Chaudhry', 'Hashmi', 'Iqbal', 'Mirza', 'Qureshi', 'Siddiqui'],
  },
  {
    language: 'Yoruba', weight: 5,
    women: ['Abeni', 'Bisi', 'Folake', 'Ife', 'Kemi', 'Sade', 'Titilayo', 'Yetunde'],
    men: ['Ade', 'Babatunde', 'Femi', 'Kola', 'Segun', 'Tayo', 'Tunde', 'Wale'],
    families: ['Adebayo', 'Afolabi', 'Akande', 'Balogun', 'Fashola', 'Odukoya', 'Ogunleye', 'Sowande'],
  },
  {
    language: 'Portuguese', weight: 5,
    women: ['Beatriz', 'Catarina', 'Fátima', 'Graça', 'Inês', 'Lurdes', 'Rosário', 'Teresa'],
    men: ['Américo', 'Duarte', 'Fernando', 'Gil', 'Joaquim', 'Nuno', 'Rui', 'Vasco'],
    families: ['Almada', 'Cardoso', 'Faria', 'Lobo', 'Moreira', 'Pinto', 'Rocha', 'Teles'],
  },
  {
    language: 'Gujarati', weight: 5,
    women: ['Bhavna', 'Daksha', 'Hansa', 'Jaya', 'Kokila', 'Manjula', 'Nita', 'Usha'],
    men: ['Ashok', 'Bharat', 'Dilip', 'Haresh', 'Kirit', 'Mahesh', 'Naresh', 'Suresh'],
    families: ['Bhatt', 'Dave', 'Gandharva', 'Joshi', 'Mistry', 'Parekh', 'Solanki', 'Vyas'],
  },
  {
    language: 'Cantonese', weight: 4,
    women: ['Kit-ying', 'Lai-fong', 'Mei-ling', 'Siu-wan', 'Suk-yee', 'Wai-han', 'Wing-sze', 'Yuk-lan'],
    men: ['Chi-ming', 'Ho-yin', 'Ka-fai', 'Kwok-wah', 'Man-kit', 'Tak-shing', 'Wai-lun', 'Yiu-fai'],
    families: ['Au', 'Cheng', 'Fung', 'Ho', 'Kwan', 'Lau', 'Mak', 'Yip'],
  },
  {
    language: 'Arabic', weight: 4,
    women: ['Aisha', 'Hanan', 'Layla', 'Mariam', 'Nadia', 'Rania', 'Salma', 'Zaynab'],
    men: ['Ahmad', 'Bilal', 'Hassan', 'Khalil', 'Mahmoud', 'Nabil', 'Omar', 'Samir'],
    families: ['Abboud', 'Darwish', 'Farouk', 'Haddad', 'Khoury', 'Nasser', 'Saleh', 'Zaki'],
  },
  {
    language: 'Somali', weight: 3,
    women: ['Asha', 'Deqa', 'Fadumo', 'Hodan', 'Ifrah', 'Ladan', 'Sagal', 'Ubah'],
    men: ['Abdi', 'Bashir', 'Farah', 'Guled', 'Jama', 'Liban', 'Nuur', 'Warsame'],
    families: ['Aden', 'Diriye', 'Elmi', 'Farah', 'Gedi', 'Hersi', 'Osman', 'Yusuf'],
  },
  {
    language: 'Vietnamese', weight: 2,
    women: ['Bích', 'Hạnh', 'Hương', 'Lan', 'Mai', 'Ngọc', 'Thảo', 'Yến'],
    men: ['Bảo', 'Dũng', 'Hải', 'Khoa', 'Long', 'Minh', 'Quang', 'Sơn'],
    families: ['Bùi', 'Đặng', 'Đỗ', 'Hồ', 'Lý', 'Ngô', 'Phan', 'Võ'],
  },
]

/** Five bear the names of old inns. Their "&" is a separator in HL7 and must be escaped there: nowhere else does it mean anything. */
export const STREETS: readonly string[] = [
  'Alder Row', 'Almond Walk', 'Bakers Yard', 'Beacon Hill', 'Rose & Crown Lane', 'Canal Side', 'Cedar Close', 'Chapel Steps', 'Clover Road', 'Cooper Street',
  'Damson Way', 'Dovecote Lane', 'Ferry Road', 'Foundry Street', 'Garden Terrace', 'Glebe Road', 'Harbour View', 'Heron Court', 'Juniper Street',
  'Kiln Lane', 'Lantern Street', 'Linden Avenue', 'Mill Race', 'Lamb & Flag Path', 'North Quay', 'Orchard Road', 'Salt & Pepper Alley', 'Quarry Road', 'Ropewalk',
  'Saddlers Row', 'Saltmarsh Road', 'Station Parade', 'Fox & Swan Street', 'Tannery Lane', 'Upper Green', 'Hop & Vine Street', 'Weavers Court', 'Wharf Road', 'Willow Bank', 'Windmill Rise',
]
