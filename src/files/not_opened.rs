//! Why a file is not opened.

use std::io;
use std::path::PathBuf;

use crate::format::{self, NoStory};
use crate::sentences::{Language, Said, Sentences, said_as_it_is};

/// Why a file could not be opened: one sentence, the path last.
#[derive(Debug, thiserror::Error)]
#[error("{}: {}", reason.said(Language::English).joined(), format::printed(path))]
pub struct NotOpened {
    pub reason: Reason,
    pub path: PathBuf,
}

#[derive(Debug)]
pub enum Reason {
    Missing,
    Folder,
    /// A device or a pipe.
    NoFile,
    Forbidden,
    Unreadable {
        error: io::Error,
    },
    NoStory {
        why: NoStory,
    },
    BrokenOff,
}

mod english {
    use super::Reason;

    crate::sentences::sentences! { English Reason
        Missing {}
            "there is no such file",
            "";
        Folder {}
            "this is a folder",
            "name the story file in it";
        NoFile {}
            "this is a device or a pipe",
            "name a file";
        Forbidden {}
            "the file may not be read",
            "ask its owner for permission";
        Unreadable { error }
            "the file could not be read ({error})",
            "";
        NoStory { why }
            "{why}",
            why.remedy;
        BrokenOff {}
            "reading it broke off",
            "";
    }
}

mod chinese {
    use super::Reason;

    crate::sentences::sentences! { Chinese Reason
        Missing {}
            "没有这个文件",
            "";
        Folder {}
            "这是文件夹",
            "请写出其中的故事文件";
        NoFile {}
            "这是设备或管道",
            "请写出一个文件";
        Forbidden {}
            "没有读取这个文件的权限",
            "请向文件的所有者申请权限";
        Unreadable { error }
            "文件无法读取（{error}）",
            "";
        NoStory { why }
            "{why}",
            why.remedy;
        BrokenOff {}
            "读取中断",
            "";
    }
}

impl Said for Reason {
    type Words<'a> = Sentences;

    fn said(&self, language: Language) -> Sentences {
        match language {
            Language::English => english::sentences(self),
            Language::Chinese => chinese::sentences(self),
        }
    }
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Unreadable { error },
        }
    }
}

impl From<NoStory> for Reason {
    fn from(why: NoStory) -> Self {
        Self::NoStory { why }
    }
}

// What the system says.
said_as_it_is!(io::Error);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_names_the_same_in_why_a_file_is_not_opened() {
        assert_eq!(chinese::NAMED, english::NAMED);
    }
}
