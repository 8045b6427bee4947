"""Pairs of statements to measure likeness on, in invented newspapers' words.

`SAME` tell one happening twice; `DIFFERENT` tell two happenings of one story whose dates do not rule each other out,
most of them with the same people and places. Each pair was written before the thresholds were chosen. Pairs at even
places were looked at while choosing them, those at odd places only measured.
"""

from __future__ import annotations

SAME: tuple[tuple[str, str], ...] = (
    (
        "Prime Minister Ana Belmar resigned on 3 March 2021 after the port scandal.",
        "Belmar quit as prime minister on 3 March 2021, brought down by the affair of the port.",
    ),
    (
        "A fire destroyed the Ostrava textile mill on 14 July 2020, killing 19 workers.",
        "On 14 July 2020 nineteen people died when a blaze swept through the textile mill in Ostrava.",
    ),
    (
        "The council closed the Harbour Bridge to lorries on 9 May 2019.",
        "Lorries were barred from the Harbour Bridge on 9 May 2019 by the council.",
    ),
    (
        "Ferrum Steel filed for bankruptcy on 22 November 2022.",
        "The steelmaker Ferrum declared itself bankrupt on 22 November 2022.",
    ),
    (
        "President Okello signed the land reform act into law on 1 June 2018.",
        "On 1 June 2018 Okello put his signature to the land reform law.",
    ),
    (
        "An earthquake of magnitude 6.4 struck the Lanor valley on 30 October 2016.",
        "The Lanor valley was shaken by a 6.4-magnitude quake on 30 October 2016.",
    ),
    (
        "Police arrested the mayor of Quintana, Luis Ferrer, on 12 January 2023.",
        "Mayor Luis Ferrer was detained by police in Quintana on 12 January 2023.",
    ),
    (
        "Parliament voted to leave the customs pact on 18 April 2017.",
        "On 18 April 2017 the parliament backed withdrawal from the customs pact.",
    ),
    (
        "The ferry Santa Lucia sank off Mindor on 5 August 2015 with 212 people on board.",
        "On 5 August 2015 the Santa Lucia went down off Mindor; 212 people were aboard the ferry.",
    ),
    (
        "The court convicted banker Piotr Halas of fraud on 27 February 2020.",
        "Piotr Halas, the banker, was found guilty of fraud on 27 February 2020.",
    ),
    (
        "Telecom regulator ORT fined Bluewave 40 million euros on 8 September 2021.",
        "Bluewave was ordered on 8 September 2021 to pay a fine of 40 million euros by the regulator ORT.",
    ),
    (
        "Astronaut Mei Tan returned to Earth on 17 March 2022 after 300 days in orbit.",
        "After 300 days in space Mei Tan landed back on Earth on 17 March 2022.",
    ),
    (
        "The rebels captured the airport of Kessu on 2 December 2019.",
        "Kessu airport fell to the rebels on 2 December 2019.",
    ),
    (
        "The central bank raised its key rate to 9 per cent on 16 June 2022.",
        "On 16 June 2022 the key rate was lifted to 9 per cent by the central bank.",
    ),
    (
        "Doctors at St Anne hospital went on strike on 4 October 2021 over unpaid wages.",
        "On 4 October 2021 the doctors of St Anne hospital walked out over wages that had not been paid.",
    ),
    (
        "Novelist Greta Lindholm died in Stockholm on 11 November 2018.",
        "The writer Greta Lindholm passed away on 11 November 2018 in Stockholm.",
    ),
    (
        "The dam at Korvo broke on 6 February 2014 and flooded four villages.",
        "Four villages were flooded on 6 February 2014 when the Korvo dam burst.",
    ),
    (
        "Maria Duarte won the presidential election on 25 October 2020.",
        "On 25 October 2020 Duarte was elected president.",
    ),
    (
        "North Atlantic Airways flight 81 crashed near Brevik on 19 May 2013.",
        "A North Atlantic Airways plane, flight 81, came down near Brevik on 19 May 2013.",
    ),
    (
        "The museum returned the Ilesha bronzes to Nigeria on 14 September 2022.",
        "On 14 September 2022 the Ilesha bronzes were handed back to Nigeria by the museum.",
    ),
    (
        "Trade ministers signed the Cardona agreement on 30 January 2018.",
        "The Cardona agreement was signed by the trade ministers on 30 January 2018.",
    ),
    (
        "Workers found a mass grave near the Velin barracks on 21 April 2016.",
        "On 21 April 2016 a mass grave was discovered by workers close to the barracks of Velin.",
    ),
    (
        "Hackers stole the records of 3 million patients from MediNet in May 2021.",
        "In May 2021 the data of three million MediNet patients was stolen by hackers.",
    ),
    (
        "The government lifted the state of emergency on 1 July 2020.",
        "The state of emergency was ended by the government on 1 July 2020.",
    ),
    (
        "Goalkeeper Ivo Marek left Sparta for Leeds on 31 August 2019.",
        "On 31 August 2019 Ivo Marek, the goalkeeper, moved from Sparta to Leeds.",
    ),
    (
        "A bomb exploded at the Tarsus market on 10 October 2017, wounding 34.",
        "On 10 October 2017 thirty-four people were injured by a blast at the market of Tarsus.",
    ),
    (
        "Archaeologists opened the tomb of Queen Ashet on 3 February 2015.",
        "The tomb of Queen Ashet was opened by archaeologists on 3 February 2015.",
    ),
    (
        "The airline Volanta cancelled all its flights on 20 December 2022.",
        "On 20 December 2022 Volanta grounded every one of its flights.",
    ),
    (
        "Opposition leader Samuel Otieno was freed from prison on 8 March 2019.",
        "Samuel Otieno, who leads the opposition, was released from jail on 8 March 2019.",
    ),
    (
        "The nuclear plant at Drava was switched off on 15 April 2023.",
        "On 15 April 2023 the Drava nuclear plant was shut down.",
    ),
    (
        "Trump talked about Kim Jong Un in an interview with Fox News on 29 June 2019.",
        "In a Fox News interview on 29 June 2019 Trump spoke of Kim Jong Un.",
    ),
    (
        "Storm Odette tore the roof off the Palma arena on 28 January 2021.",
        "On 28 January 2021 the roof of the Palma arena was ripped off by storm Odette.",
    ),
    (
        "The health ministry approved the Vaxal malaria vaccine on 6 October 2021.",
        "On 6 October 2021 Vaxal, a vaccine against malaria, was approved by the ministry of health.",
    ),
    (
        "Finland opened its embassy in Bakor on 12 June 2018.",
        "An embassy of Finland was opened in Bakor on 12 June 2018.",
    ),
    (
        "Carmaker Lumen recalled 90,000 cars in March 2019 because of faulty brakes.",
        "In March 2019 Lumen called back 90,000 cars whose brakes were faulty.",
    ),
    (
        "Protesters stormed the broadcasting house in Tivoli on 7 January 2020.",
        "The broadcasting house in Tivoli was stormed by demonstrators on 7 January 2020.",
    ),
    (
        "Editor Nadia Karim was shot dead outside her home on 16 October 2017.",
        "Nadia Karim, the editor, was killed by gunmen at her home on 16 October 2017.",
    ),
    (
        "The two Koreas agreed to reopen the hotline on 27 July 2021.",
        "On 27 July 2021 North and South Korea decided to open their hotline again.",
    ),
    (
        "City Hall sold the old waterworks to developer Prisma on 2 May 2016.",
        "The developer Prisma bought the old waterworks from City Hall on 2 May 2016.",
    ),
    (
        "The Senate rejected the pension bill on 13 December 2018.",
        "On 13 December 2018 the pension bill was voted down in the Senate.",
    ),
    (
        "Sprinter Dalia Cruz was banned for four years on 24 August 2017 for doping.",
        "On 24 August 2017 Dalia Cruz, the sprinter, got a four-year ban for doping.",
    ),
    (
        "The first tram ran through the Elbow tunnel on 1 December 2014.",
        "On 1 December 2014 the Elbow tunnel saw its first tram.",
    ),
    (
        "A landslide buried the village of Sorata on 9 January 2012.",
        "The village of Sorata was buried under a landslide in January 2012.",
    ),
    (
        "The ceasefire in the Merid hills took effect on 5 September 2016.",
        "On 5 September 2016 the truce in the Merid hills came into force.",
    ),
    (
        "Bishop Tomas Weiss stepped down on 26 May 2022 over the abuse report.",
        "Tomas Weiss resigned as bishop on 26 May 2022 because of the report on abuse.",
    ),
    (
        "Olvera shut its border with Nordia on 17 March 2020.",
        "The border between Olvera and Nordia was closed on 17 March 2020.",
    ),
    (
        "The tanker Petra Star ran aground on the Coral reef on 23 July 2019.",
        "On 23 July 2019 the Coral reef was hit by the tanker Petra Star, which ran aground.",
    ),
    (
        "Researchers at Leiden published the Atlas genome on 31 March 2022.",
        "The Atlas genome was published by researchers in Leiden on 31 March 2022.",
    ),
)

DIFFERENT: tuple[tuple[str, str], ...] = (
    (
        "Prime Minister Ana Belmar resigned on 3 March 2021 after the port scandal.",
        "On 3 March 2021 the president asked Jorge Saavedra to form a government.",
    ),
    (
        "A fire destroyed the Ostrava textile mill on 14 July 2020, killing 19 workers.",
        "The owner of the Ostrava textile mill was questioned by police on 14 July 2020.",
    ),
    (
        "The council closed the Harbour Bridge to lorries on 9 May 2019.",
        "The council chose a builder for the new Harbour Bridge on 9 May 2019.",
    ),
    (
        "Ferrum Steel filed for bankruptcy on 22 November 2022.",
        "Ferrum Steel named Karl Brandt its chairman on 22 November 2022.",
    ),
    (
        "President Okello signed the land reform act into law on 1 June 2018.",
        "President Okello dismissed his land minister on 1 June 2018.",
    ),
    (
        "An earthquake of magnitude 6.4 struck the Lanor valley on 30 October 2016.",
        "The army sent tents to the Lanor valley on 30 October 2016.",
    ),
    (
        "Police arrested the mayor of Quintana, Luis Ferrer, on 12 January 2023.",
        "Police searched the town hall of Quintana on 12 January 2023.",
    ),
    (
        "Parliament voted to leave the customs pact on 18 April 2017.",
        "Parliament elected Helga Moen its speaker on 18 April 2017.",
    ),
    (
        "The ferry Santa Lucia sank off Mindor on 5 August 2015 with 212 people on board.",
        "The captain of the Santa Lucia was charged with manslaughter in August 2015.",
    ),
    (
        "The court convicted banker Piotr Halas of fraud on 27 February 2020.",
        "The court acquitted banker Piotr Halas of bribery on 27 February 2020.",
    ),
    (
        "Telecom regulator ORT fined Bluewave 40 million euros on 8 September 2021.",
        "Telecom regulator ORT granted Bluewave a licence for the islands on 8 September 2021.",
    ),
    (
        "Astronaut Mei Tan returned to Earth on 17 March 2022 after 300 days in orbit.",
        "Astronaut Paolo Ricci left for the station on 17 March 2022.",
    ),
    (
        "The rebels captured the airport of Kessu on 2 December 2019.",
        "The rebels freed 40 prisoners in Kessu on 2 December 2019.",
    ),
    (
        "The central bank raised its key rate to 9 per cent on 16 June 2022.",
        "The central bank sold 2 billion dollars of its reserves on 16 June 2022.",
    ),
    (
        "Doctors at St Anne hospital went on strike on 4 October 2021 over unpaid wages.",
        "St Anne hospital moved 60 patients to Lund on 4 October 2021.",
    ),
    (
        "Novelist Greta Lindholm died in Stockholm on 11 November 2018.",
        "A reading in memory of Greta Lindholm was held in Stockholm in November 2018.",
    ),
    (
        "The dam at Korvo broke on 6 February 2014 and flooded four villages.",
        "The governor visited the Korvo dam on 6 February 2014.",
    ),
    (
        "Maria Duarte won the presidential election on 25 October 2020.",
        "Maria Duarte named her cabinet on 25 October 2020.",
    ),
    (
        "North Atlantic Airways flight 81 crashed near Brevik on 19 May 2013.",
        "North Atlantic Airways grounded its fleet on 19 May 2013.",
    ),
    (
        "The museum returned the Ilesha bronzes to Nigeria on 14 September 2022.",
        "The museum opened a show of Benin bronzes on 14 September 2022.",
    ),
    (
        "Trade ministers signed the Cardona agreement on 30 January 2018.",
        "Farmers blocked the roads to Cardona on 30 January 2018.",
    ),
    (
        "Workers found a mass grave near the Velin barracks on 21 April 2016.",
        "The Velin barracks were handed over to the city on 21 April 2016.",
    ),
    (
        "Hackers stole the records of 3 million patients from MediNet in May 2021.",
        "MediNet told its patients of the theft in May 2021.",
    ),
    (
        "The government lifted the state of emergency on 1 July 2020.",
        "The government raised the minimum wage on 1 July 2020.",
    ),
    (
        "Goalkeeper Ivo Marek left Sparta for Leeds on 31 August 2019.",
        "Sparta signed the goalkeeper Jan Novak from Brno on 31 August 2019.",
    ),
    (
        "A bomb exploded at the Tarsus market on 10 October 2017, wounding 34.",
        "A bomb was defused at the Tarsus bus station on 10 October 2017.",
    ),
    (
        "Archaeologists opened the tomb of Queen Ashet on 3 February 2015.",
        "Archaeologists found a gold mask of King Narem on 3 February 2015.",
    ),
    (
        "The airline Volanta cancelled all its flights on 20 December 2022.",
        "The airline Volanta dismissed 300 pilots on 20 December 2022.",
    ),
    (
        "Opposition leader Samuel Otieno was freed from prison on 8 March 2019.",
        "Opposition leader Samuel Otieno spoke to a crowd in Kisumu on 8 March 2019.",
    ),
    (
        "The nuclear plant at Drava was switched off on 15 April 2023.",
        "The nuclear plant at Drava was sold to Enerco in April 2023.",
    ),
    (
        "Trump talked about Kim Jong Un in an interview with Fox News on 29 June 2019.",
        "Trump invited Kim Jong Un to the border on 29 June 2019.",
    ),
    (
        "Storm Odette tore the roof off the Palma arena on 28 January 2021.",
        "Storm Odette sank two fishing boats off Palma on 28 January 2021.",
    ),
    (
        "The health ministry approved the Vaxal malaria vaccine on 6 October 2021.",
        "The health ministry ordered 10 million doses of Vaxal in October 2021.",
    ),
    (
        "Finland opened its embassy in Bakor on 12 June 2018.",
        "Finland and Bakor signed a treaty on fishing on 12 June 2018.",
    ),
    (
        "Carmaker Lumen recalled 90,000 cars in March 2019 because of faulty brakes.",
        "Carmaker Lumen opened a factory in Slovakia in March 2019.",
    ),
    (
        "Protesters stormed the broadcasting house in Tivoli on 7 January 2020.",
        "Protesters gathered before the palace in Tivoli on 7 January 2020.",
    ),
    (
        "Editor Nadia Karim was shot dead outside her home on 16 October 2017.",
        "Editor Nadia Karim published her last report on 16 October 2017.",
    ),
    (
        "The two Koreas agreed to reopen the hotline on 27 July 2021.",
        "The two Koreas marked the anniversary of the armistice on 27 July 2021.",
    ),
    (
        "City Hall sold the old waterworks to developer Prisma on 2 May 2016.",
        "Developer Prisma began to tear down the old waterworks in May 2016.",
    ),
    (
        "The Senate rejected the pension bill on 13 December 2018.",
        "The Senate passed the budget on 13 December 2018.",
    ),
    (
        "Sprinter Dalia Cruz was banned for four years on 24 August 2017 for doping.",
        "Sprinter Dalia Cruz won the 200 metres in Lille on 24 August 2017.",
    ),
    (
        "The first tram ran through the Elbow tunnel on 1 December 2014.",
        "A worker died in the Elbow tunnel on 1 December 2014.",
    ),
    (
        "A landslide buried the village of Sorata on 9 January 2012.",
        "The road to the village of Sorata was cleared in January 2012.",
    ),
    (
        "The ceasefire in the Merid hills took effect on 5 September 2016.",
        "The ceasefire in the Merid hills was broken twice in September 2016.",
    ),
    (
        "Bishop Tomas Weiss stepped down on 26 May 2022 over the abuse report.",
        "The abuse report on the diocese of Bishop Tomas Weiss came out in May 2022.",
    ),
    (
        "Olvera shut its border with Nordia on 17 March 2020.",
        "Olvera recalled its ambassador from Nordia on 17 March 2020.",
    ),
    (
        "The tanker Petra Star ran aground on the Coral reef on 23 July 2019.",
        "The tanker Petra Star was towed to Port Albert on 23 July 2019.",
    ),
    (
        "Researchers at Leiden published the Atlas genome on 31 March 2022.",
        "Researchers at Leiden received the Hooft prize on 31 March 2022.",
    ),
    (
        "The rebels captured the airport of Kessu on 2 December 2019.",
        "Government troops took back the airport of Kessu in December 2019.",
    ),
    (
        "The government lifted the state of emergency on 1 July 2020.",
        "The government declared a state of emergency in 2020.",
    ),
    (
        "Maria Duarte won the presidential election on 25 October 2020.",
        "Maria Duarte won the party's vote for the presidential nomination in 2020.",
    ),
    (
        "Olvera shut its border with Nordia on 17 March 2020.",
        "Olvera opened its border with Nordia in 2020.",
    ),
    (
        "The Senate rejected the pension bill on 13 December 2018.",
        "The House passed the pension bill in December 2018.",
    ),
    (
        "Samuel Otieno was sentenced to six years on 8 March 2019.",
        "Samuel Otieno's lawyer was sentenced to two years on 8 March 2019.",
    ),
    (
        "North Korea tested a ballistic missile on 4 July 2017.",
        "North Korea paraded a ballistic missile in 2017.",
    ),
    (
        "Ricardo Rosselló announced his resignation on 24 July 2019.",
        "Wanda Vázquez announced that she did not want the office on 24 July 2019.",
    ),
)

# Written after the thresholds were chosen, and only measured.
LATER_SAME: tuple[tuple[str, str], ...] = (
    (
        "Thousands of nurses marched through Dublin on 12 February 2019 to demand better pay, union officials said.",
        "On 12 February 2019 nurses calling for higher pay took to the streets of Dublin in their thousands.",
    ),
    (
        "The Supreme Court struck down the ban on assemblies on 7 May 2020, by five votes to four.",
        "On 7 May 2020 five of nine judges of the Supreme Court found the assembly ban unlawful and voided it.",
    ),
    (
        "Shipping group Maro Lines agreed on 19 October 2018 to buy its rival Oceanic for 3.2 billion dollars.",
        "Maro Lines will take over Oceanic for 3.2 billion dollars, both shipping companies said on 19 October 2018.",
    ),
    (
        "The crown prince, Harald, married the architect Ines Vogel in the cathedral on 4 June 2016.",
        "Crown Prince Harald and Ines Vogel, an architect, were wed at the cathedral on 4 June 2016.",
    ),
    (
        "A bus with schoolchildren plunged into the Neva gorge on 22 March 2017; eleven of them were killed.",
        "Eleven pupils died on 22 March 2017 when their school bus fell into the gorge of the Neva.",
    ),
    (
        "The space agency lost contact with the Helios probe on 15 September 2021.",
        "On 15 September 2021 the Helios probe fell silent, the space agency said.",
    ),
    (
        "Customs officers seized two tonnes of cocaine in the port of Antia on 3 November 2022.",
        "Two tonnes of cocaine were found in Antia's port by customs on 3 November 2022.",
    ),
    (
        "General Idris Maaza declared himself head of state on 26 August 2020.",
        "On 26 August 2020 the general, Idris Maaza, proclaimed that he was now head of state.",
    ),
    (
        "The publisher Halcyon withdrew the biography from shops on 11 April 2021.",
        "Halcyon pulled the biography from bookshops on 11 April 2021.",
    ),
    (
        "Fishermen found the wreck of the Orion on 30 May 2018.",
        "On 30 May 2018 the wreck of the Orion was located by fishermen.",
    ),
    (
        "The opposition walked out of the peace talks in Geneva on 18 January 2016.",
        "Talks in Geneva collapsed on 18 January 2016 when the opposition left.",
    ),
    (
        "Voters in Tarn approved the new constitution in a referendum on 28 November 2021.",
        "The new constitution was backed by Tarn's voters in the referendum of 28 November 2021.",
    ),
    (
        "The mayor, Joan Riba, unveiled the memorial to the flood victims on 14 October 2022.",
        "A memorial for the victims of the flood was inaugurated by mayor Joan Riba on 14 October 2022.",
    ),
    (
        "Zenit Oil reported on 5 March 2020 that 800 tonnes of diesel had leaked into the Amur.",
        "On 5 March 2020 some 800 tonnes of diesel ran into the Amur, Zenit Oil admitted.",
    ),
    (
        "Trade unions and employers struck a wage deal for 2023 on 9 December 2022.",
        "Employers and unions reached agreement on wages for 2023 on 9 December 2022.",
    ),
    (
        "Sweden's Klara Berg took gold in the 10 kilometre race on 11 February 2022.",
        "Klara Berg of Sweden won the 10-kilometre race on 11 February 2022.",
    ),
)

LATER_DIFFERENT: tuple[tuple[str, str], ...] = (
    (
        "Thousands of nurses marched through Dublin on 12 February 2019 to demand better pay, union officials said.",
        "The health minister met the nurses' union in Dublin on 12 February 2019.",
    ),
    (
        "The Supreme Court struck down the ban on assemblies on 7 May 2020, by five votes to four.",
        "The Supreme Court upheld the ban on flags on 7 May 2020.",
    ),
    (
        "Shipping group Maro Lines agreed on 19 October 2018 to buy its rival Oceanic for 3.2 billion dollars.",
        "Shipping group Maro Lines said on 19 October 2018 that its profit had halved.",
    ),
    (
        "The crown prince, Harald, married the architect Ines Vogel in the cathedral on 4 June 2016.",
        "The crown prince, Harald, opened the new wing of the cathedral in June 2016.",
    ),
    (
        "A bus with schoolchildren plunged into the Neva gorge on 22 March 2017; eleven of them were killed.",
        "The driver of the school bus was arrested on 22 March 2017.",
    ),
    (
        "The space agency lost contact with the Helios probe on 15 September 2021.",
        "The space agency chose a crew for the Mars flight on 15 September 2021.",
    ),
    (
        "Customs officers seized two tonnes of cocaine in the port of Antia on 3 November 2022.",
        "Customs officers in the port of Antia stopped work on 3 November 2022.",
    ),
    (
        "General Idris Maaza declared himself head of state on 26 August 2020.",
        "General Idris Maaza closed the borders on 26 August 2020.",
    ),
    (
        "The publisher Halcyon withdrew the biography from shops on 11 April 2021.",
        "The publisher Halcyon announced a biography of the chancellor in April 2021.",
    ),
    (
        "Fishermen found the wreck of the Orion on 30 May 2018.",
        "Divers raised the bell from the wreck of the Orion in May 2018.",
    ),
    (
        "The opposition walked out of the peace talks in Geneva on 18 January 2016.",
        "The peace talks in Geneva opened with a minute of silence on 18 January 2016.",
    ),
    (
        "Voters in Tarn approved the new constitution in a referendum on 28 November 2021.",
        "Voters in Tarn elected a new assembly on 28 November 2021.",
    ),
    (
        "The mayor, Joan Riba, unveiled the memorial to the flood victims on 14 October 2022.",
        "The mayor, Joan Riba, cancelled the fair because of the flood on 14 October 2022.",
    ),
    (
        "Zenit Oil reported on 5 March 2020 that 800 tonnes of diesel had leaked into the Amur.",
        "Prosecutors searched the offices of Zenit Oil on 5 March 2020.",
    ),
    (
        "Trade unions and employers struck a wage deal for 2023 on 9 December 2022.",
        "Trade unions called for a general strike on 9 December 2022.",
    ),
    (
        "Sweden's Klara Berg took gold in the 10 kilometre race on 11 February 2022.",
        "Sweden's Klara Berg came fourth in the sprint on 11 February 2022.",
    ),
)
