//! Many short lists in one: of most of a hundred thousand there is nothing to keep but where they begin.

/// A list of items for each of so many owners, which are numbered.
#[derive(Clone, Debug, PartialEq)]
pub struct Lists<T> {
    /// By owner: where its items begin; behind the last one, where they end.
    starts: Vec<u32>,
    /// Owner by owner.
    items: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self {
            starts: Vec::new(),
            items: Vec::new(),
        }
    }
}

impl<T> Lists<T> {
    /// From owners and items, which stay in this order. What belongs to none of the owners is left out.
    pub fn new(owners: usize, items: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; owners + 1];
        let of_owners = items.filter(|(owner, _)| *owner < owners);
        for (owner, _) in of_owners.clone() {
            if let Some(start) = starts.get_mut(owner + 1) {
                *start += 1;
            }
        }
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        // Each moves on as its list fills, to where the next one begins.
        let mut next = starts.clone();
        // The room for all, with each somewhere.
        let mut listed: Vec<T> = of_owners.clone().map(|(_, item)| item).collect();
        for (owner, item) in of_owners {
            if let Some(at) = next.get_mut(owner) {
                if let Some(slot) = listed.get_mut(*at as usize) {
                    *slot = item;
                }
                *at += 1;
            }
        }
        Self {
            starts,
            items: listed,
        }
    }

    pub fn of(&self, owner: usize) -> &[T] {
        let start = self.starts.get(owner);
        let range = start.zip(self.starts.get(owner + 1));
        range
            .and_then(|(start, end)| self.items.get(*start as usize..*end as usize))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_owner_has_its_items_in_order() {
        let items = [(2, 'a'), (0, 'b'), (2, 'c'), (9, 'd'), (2, 'e')];
        let lists = Lists::new(3, items.into_iter());

        let of_each: Vec<String> = (0..4)
            .map(|owner| lists.of(owner).iter().collect())
            .collect();
        assert_eq!(of_each, ["b", "", "ace", ""]);
    }
}
