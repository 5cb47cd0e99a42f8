//! What may stay in memory, of what is kept because it may be shown again.

/// The frame before which all have to go, of each the frame it was last used in and its bytes. Down to three quarters of
/// the budget, so that it is not done every frame.
pub fn oldest_to_keep(mut ages: Vec<(u64, usize)>, budget: usize) -> Option<u64> {
    let mut total: usize = ages.iter().map(|(_, bytes)| bytes).sum();
    if total <= budget {
        return None;
    }
    ages.sort_unstable();
    let mut keep_from = 0;
    for (used, bytes) in ages {
        if total <= budget / 4 * 3 {
            break;
        }
        total -= bytes;
        keep_from = used + 1;
    }
    Some(keep_from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn within_the_budget_nothing_goes() {
        assert_eq!(oldest_to_keep(vec![(1, 50), (2, 50)], 100), None);
    }

    #[test]
    fn over_it_the_oldest_go_down_to_three_quarters() {
        let ages = vec![(7, 30), (1, 20), (3, 40), (2, 20)];

        assert_eq!(oldest_to_keep(ages, 100), Some(3));
    }
}
