"""More pairs that do not differ: bounds, ranges, rates, plans, other places, times, people."""

from __future__ import annotations

from tests.claims.pairs import pairs

OTHER = pairs(
    """
    The rate rose by 2 percent.
    The rate rose by 2 percentage points to 9 percent.

    Unemployment fell by 3 percentage points.
    Unemployment fell to 8 percent.

    Exports grew by 10 percent.
    Exports make up 30 percent of output.

    The grant was worth $20 million.
    The grant was worth €18 million.

    The law was passed in 1987 after a long debate.
    The law was passed after 30 hours of debate.

    About 200 people attended the opening.
    The opening was on 12 May and 3 ministers attended.

    He was the 5th president of the club.
    The club has 12 presidents.

    The project runs from 2019 to 2024.
    The project runs from 2021 to 2026.

    More than 5,000 delegates attended the summit.
    5,200 delegates attended the summit.

    At least 40 miners died in the collapse.
    The collapse killed 44 miners.

    Up to 300 homes were damaged by the storm.
    The storm damaged 250 homes.

    Nearly 1,000 voters registered in the district.
    In the district 980 voters registered.

    Between 20 and 30 whales were seen off the coast.
    Off the coast 25 whales were seen.

    Between 10 and 15 percent of wells are dry.
    Some 12 percent of wells are dry.

    The tower is 300 metres tall.
    The tower is 984 feet tall.

    The race covers 42 kilometres.
    The race covers 26 miles.

    The bus seats 50 passengers.
    The train carried 900 passengers in Kenya.

    In 2015 the school had 400 pupils.
    In 2022 the school had 650 pupils.

    Exports in 2018 were worth $3 billion.
    Exports in 2021 were worth $5 billion.

    The first quarter saw sales of 40,000 cars.
    The second quarter saw sales of 52,000 cars.

    Section 12 of the act bans smoking.
    Section 14 of the act bans drones.

    The town has 12,000 people.
    The country has 40 million people.

    Kenya sent 300 troops to Haiti.
    Kenya sent 300 soldiers to Haiti and 400 police officers to Haiti.

    Women hold 61 percent of seats in the parliament.
    Men hold 39 percent of seats in the parliament.

    The north got 30 percent of the votes.
    The south got 55 percent of the votes.

    The tax rose from 5 percent to 8 percent.
    The tax rose to 8 percent.

    About half the workers joined the strike.
    Some 50 percent of the workers joined the strike.

    The village lies 40 kilometres from the border.
    The border is 800 kilometres long.

    The firm hired 200 engineers.
    The firm dismissed 150 engineers.

    Imports from India were $2 billion.
    Exports to India were $3 billion.

    The museum opened 20 years ago.
    The museum is closed for two years.

    He scored 30 goals in the league.
    He played 45 matches in the league.

    The council approved 12 of the 20 proposals.
    The council discussed 20 proposals.

    The bill passed with 60 votes for it.
    The bill got 38 votes against it.

    The vaccine costs $4 a dose.
    The vaccine cost $200 million to develop.

    The ship carries 2 million barrels.
    The ship cost 90 million dollars.

    A dozen people were hurt in the crash.
    Twelve people were hurt in the crash.

    Two-thirds of the members voted for it.
    67 percent of the members voted for it.

    The population is 1.2 million.
    The population is 1,200,000.

    The storm killed 15 people in Cuba.
    The storm killed 31 people in Haiti.

    The minimum wage is $7.25 an hour.
    The minimum wage is $58 a day.

    The bank lent $1bn.
    The bank lent $1,000 million.

    By March the fund had paid 300 claims.
    By June the fund had paid 800 claims.

    On 3 May 40 boats arrived in Lampedusa.
    On 9 May 65 boats arrived in Lampedusa.

    The clinic plans to hire 30 nurses.
    The clinic has 80 nurses.

    The ministry hired 500 teachers in 2020.
    The ministry will hire 900 teachers.

    The river rose 4 metres in two days.
    The river is 1,200 kilometres long.

    The airport served 8 million passengers in 2019.
    The airport served 3 million passengers during the pandemic in 2020.

    Sierra Leone banned child marriage for girls under 18.
    Sierra Leone has 8 million people, and 30% of girls marry early.

    The fund pays each family $50 a month.
    The fund has paid families $12 million.

    The company earned $3 billion in profit.
    The company earned $41 billion in revenue.

    Over 60 percent of the population is under 25.
    About 62 percent of the population is under 25.

    The country won 7 medals in Tokyo.
    The country won 5 medals in Paris.

    Germany recorded 1,200 cases on Monday.
    Germany recorded 1,900 cases on Tuesday.

    The rebels hold 20 hostages.
    The rebels freed 12 hostages.

    The treaty entered into force after 50 states ratified it.
    So far 93 states have signed the treaty.

    Rwanda contributes 5,900 peacekeepers to UN missions.
    Bangladesh contributes 7,200 peacekeepers to UN missions.

    The plant employs almost 2,000 workers.
    The plant employs 1,950 workers.

    Inflation slowed to 4 percent in May.
    Inflation slowed to 3.6 percent in June.

    The hotel has 300 rooms.
    The hotel has 2 restaurants and 40 suites.

    Tuition at the university rose by $500.
    Tuition at the university is $9,200.

    Fewer than 100 tigers survive in the forest.
    Some 80 tigers survive in the forest.

    The court heard 30 witnesses in the trial.
    The court heard the trial for 18 days.

    The average age in the village is 52 years.
    The oldest woman in the village is 101 years old.

    He was sentenced to 10 years in prison.
    He served six years in prison.

    The ship can hold 24,000 containers.
    The ship lost 79 containers in the storm.

    The agency cut its growth forecast by 0.5 percentage points.
    The agency cut its growth forecast to 2.9 percent.

    The new line is 120 km long and cost $2 billion.
    The old line is 90 km long.

    The bus crash in Lima killed 12 people in May 2021.
    150 people fled Lima.

    In May the garrison of Goma lost 20 soldiers.
    Goma is held by 400 soldiers.

    Sales doubled to 40 cars a day.
    Sales tripled.

    The ferry is 80 metres long.
    The ferry is 0.08 km long.

    A third of the wells in Mali are dry.
    33.3% of the wells in Mali are dry.

    Exports to Chad rose from 5 to 9 percent.
    Exports to Chad rose from 5 to 9 per cent.

    The dam at Aswan cost 5 million dollars.
    The dam at Aswan cost 7 million euros.

    The road cost 3,2 million euros.
    The road cost 3.2 million euros.

    The talks of Oslo ended with 12 votes.2 The envoys left.
    The talks of Oslo ended with 12 votes.

    Two of the five judges dissented.
    The court has nine judges.

    The house was built in 1890 with 12 rooms.
    The house was rebuilt in 1920 with 20 rooms.
    """
)
"""Another thing is counted, or a bound, a range or rounding reconciles the two."""
