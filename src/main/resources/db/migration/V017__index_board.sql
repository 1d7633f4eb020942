-- The board lists who has been in a stage longest.
ALTER TABLE leads ADD INDEX ix_lead_stage_since (location_id, stage, stage_since, id);
