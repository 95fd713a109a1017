//! What a Word document says of itself in its properties.

use crate::reports::document::Document;
use crate::reports::text;

/// The part `docProps/core.xml`. Its day is that of the document: no clock is read. It names no author, since a document
/// is made from what several people recorded.
pub fn properties(document: &Document) -> String {
    let day = document.date.format("%Y-%m-%dT00:00:00Z");
    let title = escaped(&document.title);
    let made_from = escaped(&document.made_from);
    let subject = escaped(&document.audience);
    let version = escaped(&document.version);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject><dc:creator>{made_from}</dc:creator>\
         <dc:description>{version}</dc:description><dc:language>en-GB</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified></cp:coreProperties>"
    )
}

/// Words as they stand in XML, on one line.
pub fn escaped(words: &str) -> String {
    let words = text::line(words).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    words.replace('"', "&quot;").replace('\t', " ")
}
