//! A workbook is what happened: events, the rules that decide them, and the fold that reads them.
