//! A vault in a bucket.

use bytes::Bytes;
use object_store::path::Path;

use crate::format::Id;
use crate::store::objects::address::BucketPath;
use crate::store::objects::bucket::Bucket;
use crate::store::objects::failed::Failed;
use crate::store::{FileKind, FileName, Store, StoreError};

/// The objects of a bucket whose names begin with a prefix.
#[derive(Debug, Clone)]
pub struct ObjectStore {
    bucket: Bucket,
    prefix: Path,
}

impl ObjectStore {
    pub(super) fn new(bucket: Bucket, prefix: &str) -> Self {
        ObjectStore { bucket, prefix: Path::from(prefix) }
    }

    /// Where it is, as restic writes it.
    pub fn path(&self) -> BucketPath {
        self.bucket.address().path(self.prefix.as_ref())
    }

    /// The names right below this place under which vaults lie.
    pub fn vaults_below(&self) -> Result<Vec<String>, StoreError> {
        let folder = self.prefix.clone();
        let listed = self.bucket.wait(|calls| async move { calls.folders(&folder).await });
        let mut vaults = Vec::new();
        for name in listed.map_err(|failed| failed.told("list", FileName::CONFIG))? {
            let below = ObjectStore { bucket: self.bucket.clone(), prefix: self.prefix.clone().join(name.as_str()) };
            match below.head(FileName::CONFIG) {
                Ok(_) => vaults.push(name),
                Err(StoreError::Missing { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        vaults.sort_unstable();
        Ok(vaults)
    }

    fn folder(&self, kind: FileKind) -> Path {
        self.prefix.clone().join(kind.folder())
    }

    fn object(&self, name: FileName) -> Path {
        let folder = self.folder(name.kind);
        let id = name.id.to_string();
        match name.kind {
            FileKind::Config => folder,
            FileKind::Pack => folder.join(&id[..2]).join(id.as_str()),
            _ => folder.join(id.as_str()),
        }
    }
}

impl Store for ObjectStore {
    fn put(&self, name: FileName, bytes: &[u8]) -> Result<(), StoreError> {
        let (object, bytes) = (self.object(name), Bytes::copy_from_slice(bytes));
        let put = self.bucket.wait(|calls| async move { calls.put(&object, bytes).await });
        put.map_err(|failed| failed.told("write", name))
    }

    fn get(&self, name: FileName) -> Result<Vec<u8>, StoreError> {
        let object = self.object(name);
        let bytes = self.bucket.wait(|calls| async move { calls.get(&object).await });
        bytes.map(Vec::from).map_err(|failed| failed.told("read", name))
    }

    fn get_range(&self, name: FileName, offset: u64, bytes: &mut [u8]) -> Result<(), StoreError> {
        let end = offset.checked_add(bytes.len() as u64).ok_or(StoreError::TooShort { name })?;
        let object = self.object(name);
        let part = self.bucket.wait(|calls| async move { calls.get_range(&object, offset..end).await });
        bytes.copy_from_slice(&part.map_err(|failed| failed.told("read", name))?);
        Ok(())
    }

    fn list(&self, kind: FileKind) -> Result<Vec<(Id, u64)>, StoreError> {
        let folder = self.folder(kind);
        let listed = self.bucket.wait(|calls| async move { calls.list(&folder).await });
        let listed = listed.map_err(|failed| match failed {
            Failed::Refused(source) | Failed::Passing(source) => {
                StoreError::Unreachable { doing: "list", what: kind.folder().to_owned(), source }
            }
            other => other.told("list", kind.file(Id::from_bytes([0; 32]))),
        })?;
        let id = |path: &Path| path.filename().and_then(|name| name.parse::<Id>().ok());
        let ours = |path: &Path| id(path).filter(|id| self.object(kind.file(*id)) == *path);
        Ok(listed.iter().filter_map(|object| Some((ours(&object.location)?, object.size))).collect())
    }

    fn head(&self, name: FileName) -> Result<u64, StoreError> {
        let object = self.object(name);
        let size = self.bucket.wait(|calls| async move { calls.size(&object).await });
        size.map_err(|failed| failed.told("read", name))
    }

    fn delete(&self, name: FileName) -> Result<(), StoreError> {
        let object = self.object(name);
        let deleted = self.bucket.wait(|calls| async move { calls.delete(&object).await });
        deleted.map_err(|failed| failed.told("delete", name))
    }
}
