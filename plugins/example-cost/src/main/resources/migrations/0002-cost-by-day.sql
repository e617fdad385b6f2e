create index cost_by_day on cost (spent_on);
