//! Reading an answer from a connection.

use std::io::{self, BufRead, Read as _};

use crate::form::Form;
use crate::markup;

/// What the server answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which address was asked.
    pub path: String,
    /// The status, such as 200.
    pub status: u16,
    /// Where to go next, if the server says so.
    pub location: Option<String>,
    /// The cookies it sets; an empty value takes one back.
    pub cookies: Vec<(String, String)>,
    /// The page.
    pub body: String,
}

impl Answer {
    /// The forms of the page, in order.
    pub fn forms(&self) -> Vec<Form> {
        Form::read(&self.body, &self.path)
    }

    /// The first form of the page that is sent to an address.
    pub fn form(&self, action: &str) -> Option<Form> {
        self.forms().into_iter().find(|form| form.action == action)
    }

    /// Where the links of the page lead, in order.
    pub fn links(&self) -> Vec<String> {
        let tags = markup::tags(&self.body).filter(|tag| tag.name == "a");
        tags.filter_map(|tag| tag.attribute("href")).collect()
    }
}

/// Reads an answer to its end; also says whether the connection may be used again.
pub(crate) fn read(connection: &mut impl BufRead, path: &str) -> io::Result<(Answer, bool)> {
    let status_line = line(connection)?;
    let status = status_line
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    let status =
        status.ok_or_else(|| io::Error::other(format!("no status line: {status_line}")))?;
    let mut answer = Answer {
        path: path.to_owned(),
        status,
        location: None,
        cookies: Vec::new(),
        body: String::new(),
    };
    let mut length = None;
    let mut chunked = false;
    let mut stays_open = true;
    loop {
        let header = line(connection)?;
        let Some((name, value)) = header.split_once(':') else {
            break;
        };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse::<u64>().ok(),
            "transfer-encoding" => chunked = value.eq_ignore_ascii_case("chunked"),
            "connection" => stays_open = !value.eq_ignore_ascii_case("close"),
            "location" => answer.location = Some(value.to_owned()),
            "set-cookie" => {
                let pair = value
                    .split(';')
                    .next()
                    .and_then(|pair| pair.split_once('='));
                answer
                    .cookies
                    .extend(pair.map(|(name, value)| (name.to_owned(), value.to_owned())));
            }
            _ => {}
        }
    }
    let mut body = Vec::new();
    if chunked {
        while read_chunk(connection, &mut body)? {}
    } else if let Some(length) = length {
        exactly(connection, length, &mut body)?;
    } else if status >= 200 && status != 204 && status != 304 {
        connection.read_to_end(&mut body)?;
        stays_open = false;
    }
    answer.body = String::from_utf8(body).map_err(io::Error::other)?;
    Ok((answer, stays_open))
}

/// A line without its end. The end of the connection is an error: an answer is never cut short unseen.
fn line(connection: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    connection.read_line(&mut line)?;
    let whole = line
        .strip_suffix('\n')
        .ok_or(io::ErrorKind::UnexpectedEof)?;
    Ok(whole.trim_end_matches('\r').to_owned())
}

fn exactly(connection: &mut impl BufRead, length: u64, body: &mut Vec<u8>) -> io::Result<()> {
    let read = connection.take(length).read_to_end(body)?;
    if u64::try_from(read).is_ok_and(|read| read == length) {
        Ok(())
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// Reads one chunk; `false` after the last.
fn read_chunk(connection: &mut impl BufRead, body: &mut Vec<u8>) -> io::Result<bool> {
    let size = line(connection)?;
    let size = u64::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16)
        .map_err(io::Error::other)?;
    exactly(connection, size, body)?;
    line(connection)?;
    Ok(size > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_to_their_end() {
        let rows = [
            (
                "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello",
                Some((200, "hello", true)),
            ),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
                Some((200, "hello", true)),
            ),
            (
                "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nhello",
                Some((200, "hello", false)),
            ),
            ("HTTP/1.1 204 No Content\r\n\r\n", Some((204, "", true))),
            ("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhello", None),
            ("HTTP/1.1 200 OK\r\ncontent-le", None),
            ("", None),
        ];
        for (text, expected) in rows {
            let answer = read(&mut text.as_bytes(), "/").ok();
            let answer = answer
                .as_ref()
                .map(|(answer, open)| (answer.status, answer.body.as_str(), *open));
            assert_eq!(answer, expected, "{text}");
        }
    }

    #[test]
    fn redirects_and_cookies_are_noted() {
        let text = "HTTP/1.1 303 See Other\r\nLocation: /cases/C-1\r\nSet-Cookie: heard=abc; HttpOnly\r\nset-cookie: old=; Max-Age=0\r\ncontent-length: 0\r\n\r\n";
        let (answer, _) = read(&mut text.as_bytes(), "/").unwrap();
        assert_eq!(answer.location.as_deref(), Some("/cases/C-1"));
        assert_eq!(
            answer.cookies,
            [
                ("heard".to_owned(), "abc".to_owned()),
                ("old".to_owned(), String::new())
            ]
        );
    }
}
