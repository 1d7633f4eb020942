-- Somebody else answered: the number is not theirs; empty again as soon as they use it themselves.
ALTER TABLE person_phone ADD COLUMN not_theirs_since DATETIME(6) NULL;
